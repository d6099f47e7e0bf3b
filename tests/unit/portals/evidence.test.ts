import { describe, expect, it } from 'vitest';
import type { Recognition } from '../../../lib/essay/essay.ts';
import { recognise } from '../../../lib/portals/recognise.ts';
import { cap, type EvidenceId, schoolEvidence, threshold, weights } from '../../../lib/portals/weights.ts';
import { parsePage } from '../../support/parse-page.ts';

const prose = [
  '　　塘里的水一年放两回，头一回在清明前，第二回在晒谷之后；放水的日子由各户轮着定，定下来就写在祠堂的门板上，谁也不好改。',
  '　　管水的人不拿工钱，只在年底分一担鱼；鱼分得匀不匀，比钱还要紧，因为一村的人都看得见，也都说得出道理来。',
  '　　后来塘归了合作社，轮流的规矩没有废，只是写在了本子上，旁边多了一栏，记的是各户修堤出了几个工。',
];

/** The parts of a page, each of which is evidence of its own; what is not named is not there. */
interface Parts {
  readonly host?: string;
  readonly path?: string;
  readonly crumb?: string;
  readonly credit?: string;
  readonly byline?: string;
  readonly tools?: string;
  readonly head?: string;
  readonly body?: string;
  readonly above?: string;
  readonly below?: string;
  readonly footer?: string;
}

const school = '版权所有：中共青山市委党校';
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

function verdict(parts: Parts): Recognition {
  const { host = 'www.qsfw.org', path = '/a/1', head = '', footer = school } = parts;
  const line = (text: string | undefined): string => (text === undefined ? '' : `<div>${text}</div>`);
  const html = `<html><head><title>塘水记</title>${head}</head><body>${parts.above ?? ''}
    ${line(parts.crumb)}<h1>塘水记</h1>${line(parts.credit)}${line(parts.byline)}
    <div class="text">${parts.body ?? paragraphs(prose)}</div>
    ${line(parts.tools)}${parts.below ?? ''}<div>${footer}</div></body></html>`;
  const url = `http://${host}${path}`;
  return recognise({ document: parsePage(html, url), url });
}

const crumb = '当前位置：首页 > 水利天地 > 正文';
const credit = '来源：本刊资料室 发布时间：2005-07-14';
const byline = '周望川';
const tools = '【打印本页】【关闭窗口】';
const boda = '<form name="_newscontent_fromname"></form>';
const short =
  '<p>　　塘里的水一年放两回，头一回在清明前，第二回在晒谷之后；放水的日子由各户轮着定，写在祠堂的门板上，谁也不好改，改了也没有人听。</p>';
const scan = '<p><img src="/up/1.jpg" width="600" height="800"></p>';
const english = paragraphs(
  Array.from(
    { length: 4 },
    () => 'The pond was opened twice a year, once before the spring rains and once after the harvest.',
  ),
);
const listed = ['甲', '乙', '丙', '丁', '戊'];

/** For each piece of evidence a page whose verdict hangs on it. */
const pages: Readonly<Record<EvidenceId, { readonly parts: Parts; readonly portal: boolean }>> = {
  institution: { parts: { credit, byline }, portal: true },
  'known-host': { parts: { host: 'www.nbdx.cn', footer: '版权所有：中共宁波市委党校' }, portal: true },
  'school-host': { parts: { host: 'www.qsswdx.cn', crumb }, portal: true },
  'likely-host': { parts: { host: 'www.qsdx.gov.cn', head: boda, path: '/info/1001/2002.htm' }, portal: true },
  body: { parts: { byline }, portal: true },
  pictures: { parts: { body: scan, host: 'www.qsswdx.cn', footer: '', credit, crumb }, portal: true },
  title: { parts: { host: 'www.qs.gov.cn', crumb, tools }, portal: true },
  'credit-line': { parts: { credit }, portal: true },
  byline: { parts: { byline, host: 'www.qs.gov.cn' }, portal: true },
  breadcrumb: { parts: { crumb, tools, host: 'www.qs.gov.cn' }, portal: true },
  tools: { parts: { crumb, tools, host: 'www.qs.gov.cn' }, portal: true },
  cms: { parts: { head: boda, path: '/info/1001/2002.htm', tools, host: 'www.qs.gov.cn' }, portal: true },
  address: { parts: { head: boda, path: '/info/1001/2002.htm', tools, host: 'www.qs.gov.cn' }, portal: true },
  'no-body': {
    parts: {
      body: '<p>　　塘里的水一年放两回，头一回在清明前，第二回在晒谷之后，不好改。</p>',
      credit,
      byline,
      crumb,
      tools,
    },
    portal: false,
  },
  'no-credit': { parts: { crumb, host: 'www.qs.gov.cn' }, portal: false },
  'link-list': {
    parts: {
      body: short,
      credit,
      byline,
      crumb,
      tools,
      below: `<ul>${Array.from({ length: 40 }, (_, n) => `<li><a href="/n/${n}">第${n}期水利简讯与各乡动态</a></li>`).join('')}</ul>`,
    },
    portal: false,
  },
  'many-entries': {
    parts: {
      credit,
      byline,
      crumb,
      tools,
      below: listed.map((name) => `<div>作者：${name}一 发布时间：2005-07-1${listed.indexOf(name)}</div>`).join(''),
    },
    portal: false,
  },
  'not-chinese': { parts: { body: english, credit, byline, crumb, tools }, portal: false },
  'other-owner': { parts: { host: 'www.bjdx.gov.cn', credit, byline, crumb, tools }, portal: false },
  'host-disagrees': { parts: { host: 'www.qsfw.com', crumb, tools }, portal: false },
  login: {
    parts: { body: short, byline, below: '<form><input type="password"></form>', host: 'www.qs.gov.cn' },
    portal: false,
  },
};

/** The verdict's score if one piece of evidence weighed nothing. */
function scoreWithout({ evidence }: Recognition, id: EvidenceId): number {
  const left = evidence.filter((one) => one.id !== id);
  const sum = (part: 'school' | 'article'): number =>
    Math.min(
      cap,
      left
        .filter((one) => one.weight > 0 && schoolEvidence.has(one.id as EvidenceId) === (part === 'school'))
        .reduce((total, { weight }) => total + weight, 0),
    );
  return sum('school') + sum('article') + left.reduce((total, { weight }) => total + Math.min(0, weight), 0);
}

describe('each piece of evidence', () => {
  it.each(Object.keys(weights) as EvidenceId[])('%s decides of a page', (id) => {
    const { parts, portal } = pages[id];
    const found = verdict(parts);
    const told = found.evidence.map((one) => `${one.id} ${one.weight} ${one.text}`).join('\n');
    expect(
      found.evidence.map((one) => one.id),
      told,
    ).toContain(id);
    expect(found.portal, `${found.score}\n${told}`).toBe(portal);
    expect(scoreWithout(found, id) >= threshold, `${scoreWithout(found, id)}\n${told}`).toBe(!portal);
  });
});

describe('a page of which all speaks', () => {
  const idsOf = (parts: Parts) => verdict(parts).evidence.map(({ id }) => id);

  it('is told no more of school or article than each may tell', () => {
    const parts = { credit, byline, crumb, tools, head: boda, path: '/info/1001/2002.htm', host: 'www.nbdx.cn' };
    const { score, evidence } = verdict(parts);
    expect(evidence.filter(({ weight }) => weight < 0)).toEqual([]);
    expect(score).toBe(2 * cap);
  });

  it('has its credit line near its title or at the end of its body', () => {
    expect(idsOf({ body: `${paragraphs(prose)}<p>${credit}</p><p>${prose[0]}</p>` })).toContain('credit-line');
    const far = '<div>水利天地</div>'.repeat(4);
    const near = '<div>水利天地</div>'.repeat(2);
    expect(idsOf({ above: `<div>${credit}</div>${near}` })).toContain('credit-line');
    const within = `<p>${prose[0]}</p><p>${credit}</p>${paragraphs([...prose, ...prose, ...prose])}`;
    expect(idsOf({ body: within })).not.toContain('credit-line');
    expect(idsOf({ above: `<div>${credit}</div>${far}` })).not.toContain('credit-line');
    expect(idsOf({ above: `<div>${credit}</div>` })).toContain('credit-line');
  });

  it('is Chinese by its body, whatever stands below', () => {
    const below = '<div><a href="/en/1.htm">The pond was opened twice a year</a></div>'.repeat(40);
    expect(idsOf({ credit, below })).not.toContain('not-chinese');
  });

  it('is a list where rows of its body are links with a date', () => {
    const rows = listed.map((name, n) => `<p><a href="/n/${n}.htm">水利简讯第${name}期</a> 2005-07-1${n}</p>`).join('');
    expect(idsOf({ credit, body: `${paragraphs(prose)}${rows}${paragraphs(prose)}` })).toContain('many-entries');
    expect(
      idsOf({ credit, body: `${paragraphs(prose)}${rows.replaceAll('2005-07-', '2005-')}${paragraphs(prose)}` }),
    ).not.toContain('many-entries');
  });
});
