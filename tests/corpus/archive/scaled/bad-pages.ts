import { encodeGb2312 } from '../../portal/gb2312.ts';

/** A page that answers 200 and is not what its address is for. */
export type BadPage = 'soft-404' | 'error-page' | 'empty' | 'cut-short' | 'other-text' | 'lost-record';

const page = (title: string, body: string): Uint8Array =>
  encodeGb2312(
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${title}</title></head><body>${body}</body></html>`,
  );

const softNotFound = (): Uint8Array =>
  page(
    '出错了',
    '<table><tr><td>对不起，您访问的页面不存在！</td></tr><tr><td><a href="/">返回首页</a></td></tr></table>',
  );

const serverError = (id: number): Uint8Array =>
  page(
    '无法显示网页',
    `<font face="宋体" size=2><p>Microsoft OLE DB Provider for ODBC Drivers</font> <font face="宋体" size=2>错误 '80004005'</font><p><font face="宋体" size=2>[Microsoft][ODBC Microsoft Access Driver] 未找到文件。</font><p>/inc/conn.asp，行 ${(id % 7) + 3}`,
  );

const sold = (): Uint8Array =>
  page(
    '澳门新濠娱乐场官方网站-首页',
    `<h1>澳门新濠娱乐场</h1>${'<p>澳门新濠娱乐场官方网站注册即送彩金，百家乐、老虎机、体育投注，二十四小时在线客服，提款三分钟到账，欢迎新老客户前来体验。</p>'.repeat(6)}<p><a href="/vip.html">立即注册</a></p>`,
  );

/** Such a page in the place of the essay `id`, whose true bytes are `good`. */
export function badPage(kind: BadPage, id: number, good: Uint8Array): Uint8Array {
  switch (kind) {
    case 'soft-404':
      return softNotFound();
    case 'error-page':
      return serverError(id);
    case 'empty':
      return new Uint8Array(0);
    case 'cut-short':
      return good.slice(0, Math.floor(good.length * 0.6));
    case 'other-text':
      return sold();
    case 'lost-record':
      return good;
  }
}
