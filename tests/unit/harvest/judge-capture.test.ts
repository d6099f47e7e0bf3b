import { describe, expect, it } from 'vitest';
import { judgeCapture } from '../../../lib/harvest/captures/judge-capture.ts';

const prose =
  '水渠修了三年，账目公开了两年，下一步要做的事情只有一件，就是把管水的章程立起来，让大家都说得上话。'.repeat(8);
const page = (title: string, body: string) => ({
  html: `<html><head><title>${title}</title></head><body>${body}</body></html>`,
  title,
  text: body.replace(/<[^>]*>/g, ''),
});
const judge = (title: string, body: string, essay = '') => judgeCapture(page(title, body), essay);

describe('a captured page', () => {
  it.each([
    ['soft-404', '出错了', '<p>对不起，您访问的页面不存在！</p><a href="/">返回首页</a>'],
    ['soft-404', '中共宁波市委党校', '<p>该文章不存在或已被删除，请返回上一页。</p><p>版权所有：中共宁波市委党校</p>'],
    ['soft-404', 'Object Not Found', '<h1>404</h1><p>The requested URL was not found on this server.</p>'],
    ['soft-404', '提示', '<p>参数错误，请从首页进入本站浏览所需要的内容。</p>'],
    [
      'error-page',
      '无法显示网页',
      `<p>Microsoft OLE DB Provider for ODBC Drivers 错误 '80004005'</p><p>/inc/conn.asp，行 4</p>`,
    ],
    [
      'error-page',
      'HTTP Status 500',
      '<h1>HTTP Status 500 - </h1><p>org.apache.jasper.JasperException</p><h3>Apache Tomcat/5.5.9</h3>',
    ],
    ['error-page', '“/”应用程序中的服务器错误。', '<h1>“/”应用程序中的服务器错误。</h1><h2>运行时错误</h2>'],
    ['error-page', '', '<b>Warning</b>: mysql_connect(): Too many connections in /var/www/inc/db.php on line 12'],
    ['error-page', '网站维护', '<p>本网站正在升级维护，给您带来的不便敬请谅解。</p>'],
    ['error-page', '域名', '<p>该域名已过期，请联系域名服务商进行续费。谢谢合作</p>'],
    ['error-page', '宁波党校', '<p>首页 学校概况 学术专栏</p><p>数据库服务器连接失败，请稍后再试。</p>'],
    ['error-page', 'Object moved', '<h1>Object moved to here.</h1><p>Please follow the link.</p>'],
    ['soft-404', '宁波党校', '<p>首页 学校概况 学术专栏 学员园地</p><p>没有该条记录！</p>'],
    ['soft-404', '宁波党校', '<p>首页 学校概况 学术专栏 学员园地</p><p>您没有权限查看此栏目。</p>'],
    ['unavailable', 'Wayback Machine', '<p>Hrm.</p><p>The Wayback Machine has not archived that URL.</p>'],
    ['unavailable', 'Internet Archive', '<p>Internet Archive services are temporarily offline.</p>'],
    ['unavailable', 'Wayback Machine', '<p>Got an HTTP 302 response at crawl time</p><p>Redirecting to …</p>'],
    ['unavailable', '429', '<h1>429 Too Many Requests</h1><p>You have been rate limited.</p>'],
    ['unavailable', 'Just a moment...', '<p>Checking your browser before accessing the site.</p>'],
    ['empty', '中共宁波市委党校', ' '],
    ['other-text', '澳门新葡京娱乐场', `<p>${'百家乐 老虎机 体育投注 注册送彩金'.repeat(9)}</p>`],
  ])('is a %s: %s', (verdict, title, body) => {
    expect(judge(title, body)).toBe(verdict);
  });

  it('is good where it has an essay, whatever that speaks of', () => {
    const about = `${prose}有的网站点开只见“页面不存在”，有的服务器报 HTTP 错误 404，数据库连接失败也是常事，更有人借此投注博彩。`;
    expect(judge('网站建设中的几个问题', `<p>${about}</p>`, about)).toBe('good');
    expect(judge('短评', '<p>页面不存在的不只是网页。</p>'.repeat(12), '页面不存在的不只是网页。'.repeat(20))).toBe(
      'good',
    );
  });

  it('is cut short where its end never came', () => {
    const whole = page('把调查研究当作基本功', `<table><tr><td><p>${prose}</p></td></tr></table>`);
    const cut = { ...whole, html: whole.html.slice(0, whole.html.indexOf(prose) + 200) };
    expect(judgeCapture(cut, prose)).toBe('cut-short');
    expect(judgeCapture({ ...whole, html: whole.html.replace('</body></html>', '') }, prose)).toBe('good');
  });
});
