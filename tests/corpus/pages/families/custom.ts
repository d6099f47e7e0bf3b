import { bareFields, type Family, sourceFields } from '../article.ts';
import { anyCreditLine } from '../shell/credit-lines.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, link, placeLabels, separators } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

/** Software of one's own: `<div>` elements with names that tell nothing, labels in every spelling, the credit line above or below. */
export const custom: Family = {
  id: 'custom',
  cms: null,
  charset: 'utf-8',
  years: [2006, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school, hits, editor, others } = article;
    const crumbs = breadcrumb(article, {
      label: choose('label', placeLabels),
      separator: choose('separator', separators),
      home: '首页',
      href: (_, depth) => `/c/${depth}`,
    });
    const date = choose('date', [written.dots, written.han, written.dashesMinutes])(posted);
    const any = anyCreditLine(
      {
        date,
        author: essay.authors.join('、'),
        source: source.written,
        unit: essay.unit,
        hits: String(hits),
      },
      choose,
    );
    const credit = choose('credit', [
      any,
      any,
      any,
      `作 者：${essay.authors.join('　')}　　来 源：${source.written}　　发布部门：${essay.unit}　　时 间：${date}　　人气：${hits}`,
      `<em>刊登日期</em>${date} <em>撰文</em>${essay.authors.join('、')} <em>提供单位</em>${essay.unit} <em>转载自</em>${source.written} <em>阅读量</em>${hits}`,
      `[作者] ${essay.authors.join(' ')} | [来源] ${source.written} | [供稿] ${essay.unit} | [上网时间] ${date} | [点击] ${hits}`,
    ]);
    const below = choose('below', [false, true]);
    const inside = choose('editor-inside', [true, false]);
    const main = `<div class="a1">${crumbs}</div>
<div class="b2">${choose('title-tag', [`<h1>${essay.title}</h1>`, `<p class="t9">${essay.title}</p>`])}
${below ? '' : `<div class="b3">${credit}</div>`}
<div class="b4">${body}
${inside ? `<p align="right">责任编辑：${editor}</p>` : ''}</div>
${below ? `<div class="b3">${credit}</div>` : ''}
${inside ? '' : `<div class="b5">（责编：${editor}）</div>`}
<div class="b6">${link('#', '打印')} ${link('#', '收藏')} ${link('#', '返回列表')}</div>
<div class="b7"><b>相关链接</b><br>${others.map((title, at) => link(`/d/${id - at}`, title)).join('<br>\n')}</div></div>`;
    return {
      html: divShell(article, {
        doctype: choose('doctype', ['<!DOCTYPE html>\n', '']),
        title: choose('title', [`${essay.title} | ${siteName(article)}`, siteName(article)]),
        charset: 'utf-8',
        main,
      }),
      url: `http://${school.host}/d/${id}`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        unit: essay.unit,
        column: article.path,
        hits,
        editor,
      },
    };
  },
};
