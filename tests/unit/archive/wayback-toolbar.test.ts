import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../lib/archive/address.ts';
import { readPywb } from '../../../lib/archive/pywb.ts';
import { readTraces } from '../../../lib/archive/traces.ts';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { readWayback } from '../../../lib/archive/wayback/wayback.ts';
import { readWaybackDate } from '../../../lib/archive/wayback/wayback-date.ts';
import { readLinkMajority } from '../../../lib/archive/wayback/wayback-links.ts';
import { readToolbar } from '../../../lib/archive/wayback/wayback-toolbar.ts';
import { parsePage } from '../../support/parse-page.ts';

const original = 'http://dx.example/1.htm';
const far = 'file:///c:/1.htm';
const at = '20070702205327';
const moment = '2007-07-02T20:53:27Z';
const memento = `https://web.archive.org/web/${at}/${original}`;
const page = (head: string, body = ''): Document =>
  parsePage(`<html><head>${head}</head><body>${body}<p>塘</p></body></html>`, far);
const script = (code: string): string => `<script>${code}</script>`;

describe('the toolbar of the Wayback Machine', () => {
  const read = (head: string, body = '') => {
    const document = page(head, body);
    const found = readToolbar(document, readTraces(document));
    return found && { originalUrl: found.originalUrl, moments: found.moments };
  };
  const bar = (html: string): string => `<div id="wm-ipp">${html}</div>`;

  it.each<[string, string, string | null, readonly string[]]>([
    [script(`__wm.wombat("${original}","${at}")`), '', original, [moment]],
    [script(`__wm.wombat( '${original}' , '${at}' )`), '', original, [moment]],
    [script(`__wm.bt(625,27,25,2,"web","${original}","2007-07-02",1996)`), '', original, ['2007-07-02']],
    [script(`__wm.bt('web' , '${original}' , ${at})`), '', original, [moment]],
    [script(`var wbCurrentUrl = "${original}";`), '', original, []],
    [script(`wbCurrentUrl='${original}';`), '', original, []],
    [
      script(`wbCurrentUrl='${original}';var sWayBackCGI = "http://web.archive.org/web/${at}/";`),
      '',
      original,
      [moment],
    ],
    [script(`wbCurrentUrl='${original}';sWayBackCGI='http://web.archive.org/web/2007'`), '', original, ['2007']],
    [script(`wbCurrentUrl='${original}';sWayBackCGI='http://web.archive.org/web/200'`), '', original, []],
    ['', bar(script(`sWayBackCGI='http://web.archive.org/web/${at}'`)), null, [moment]],
    [
      '',
      bar(`<form><input id="wmtbURL" value="${original}"><input name="date" value="${at}"></form>`),
      original,
      [moment],
    ],
    ['', bar('<i id="displayDayEl" title="You are here: 20:53:27 Jul 2, 2007"></i>'), null, [moment]],
    ['', `<div id="wm-ipp-print">The Wayback Machine - http://x.cn/ ${memento}\n</div>`, original, [moment]],
    ['', '<div id="wm-ipp-print">http://web.archive.org/web/2007/http://x.cn/ is gone</div>', null, []],
    ['', bar(`<template><input id="wmtbURL" value="${original}"></template>`), original, []],
    [
      '',
      bar(`<input id="wmtbURL" value="${original}"><template><input id="wmtbURL" value="http://x.cn/"></template>`),
      original,
      [],
    ],
    [script('wbCurrentUrl = "http:\\/\\/dx.example\\/a\\u003fb";'), '', 'http://dx.example/a?b', []],
    [script(`__wm.wombat("javascript:x","${at}");wbCurrentUrl="${original}"`), '', original, [moment]],
  ])('tells address and moments: %s%s', (head, body, originalUrl, moments) => {
    expect(read(head, body)).toEqual({ originalUrl, moments });
  });

  it('may be in a shadow tree, which is asked before a template', () => {
    const document = page('', bar('<template><input id="wmtbURL" value="http://x.cn/"></template>'));
    const shadow = document.getElementById('wm-ipp')?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = `<input id="wmtbURL" value="${original}">`;
    expect(readToolbar(document, readTraces(document))?.originalUrl).toBe(original);
  });

  it.each([
    '',
    script(`__wm.wombat("${original}","200")`),
    script(`__wm.bt("","web","${original}","2007")`),
    script('__wm.init("x")'),
    script('sWayBackCGI="http://web.archive.org/web/2007/"'),
  ])('is none: %s', (head) => {
    expect(read(head)).toBeNull();
  });

  it('is one element, however many of its own it holds', () => {
    const document = page('', '<div id="wm-ipp-base"><div id="wm-ipp"></div></div><div id="donato"></div>');
    const { archiveElements } = unwrap({ document, url: memento });
    expect(archiveElements.map(({ id }) => id)).toEqual(['wm-ipp-base', 'donato']);
  });
});

describe('a replay of the Wayback Machine or of OpenWayback', () => {
  const read = (head: string, body = '', where = far) => {
    const document = page(head, body);
    const found = readWayback({ document, url: where }, readTraces(document), readAddress(where));
    return found && [found.archive, found.originalUrl, found.url, found.capturedAt];
  };
  const dated = '<!-- FILE ARCHIVED ON 20:53:27 Jul 2, 2007 -->';
  const open = `http://lib.example/w/${at}/${original}`;
  const links = (to: number, besides: number): string =>
    `<a href="/web/${at}/${original}">塘</a>`.repeat(to) + '<a href="http://x.cn/">塘</a>'.repeat(besides);

  it.each<[string, string, string, readonly (string | null)[] | null]>([
    ['nothing', '', far, null],
    ['its beginning', '<!--BEGIN WAYBACK TOOLBAR INSERT-->', far, ['wayback', null, null, null]],
    ['its beginning, set off', '<!--\n  begin wayback x-->', far, ['wayback', null, null, null]],
    ['no beginning', '<!-- no BEGIN WAYBACK-->', far, null],
    ['the end of its rewriting', '<!--End Wayback Rewrite JS Include-->', far, ['wayback', null, null, null]],
    ['that end, set off', '<!--  End Wayback Rewrite JS Include-->', far, ['wayback', null, null, null]],
    ['no such end', '<!-- no End Wayback Rewrite JS -->', far, null],
    ['a moment without an address', dated, far, ['wayback', null, null, moment]],
    [
      'a moment and an address',
      dated + script(`wbCurrentUrl="${original}"`),
      far,
      ['wayback', original, memento, moment],
    ],
    ['an address without a moment', script(`wbCurrentUrl="${original}"`), far, ['wayback', original, null, null]],
    ['its own address', '', memento, ['wayback', original, memento, moment]],
    [
      'an address of another page',
      script(`wbCurrentUrl="http://x.cn/"`),
      memento,
      ['wayback', 'http://x.cn/', `https://web.archive.org/web/${at}/http://x.cn/`, moment],
    ],
    [
      'a year and a moment',
      dated,
      `http://web.archive.org/web/2007/${original}`,
      ['wayback', original, memento, moment],
    ],
    [
      'a year',
      '',
      `http://web.archive.org/web/2007/${original}`,
      ['wayback', original, `http://web.archive.org/web/2007/${original}`, '2007'],
    ],
    ['OpenWayback’s address', '', open, ['openwayback', original, open, moment]],
    ['pywb’s address', '', open.replace(at, `${at}mp_`), null],
    [
      'OpenWayback’s address for another page',
      script(`wbCurrentUrl="http://x.cn/"`),
      open,
      ['openwayback', 'http://x.cn/', open, moment],
    ],
    [
      'OpenWayback’s address with a script of the other',
      script(`__wm.wombat("${original}","${at}")`),
      open,
      ['wayback', original, open, moment],
    ],
    [
      'OpenWayback’s comment',
      '<!-- BEGIN WAYBACK TIMELINE DISCLAIMER -->',
      memento,
      ['openwayback', original, memento, moment],
    ],
    [
      'OpenWayback’s other comment',
      '<!-- OPENWAYBACK: Wayback -->',
      memento,
      ['openwayback', original, memento, moment],
    ],
    [
      'OpenWayback’s script',
      `${script('// FILE ARCHIVED ON 20070702205327 BY OPENWAYBACK')}${script(`wbCurrentUrl="${original}"`)}`,
      far,
      ['openwayback', original, null, moment],
    ],
  ])('is told by %s', (_, head, where, told) => {
    expect(read(head, '', where)).toEqual(told);
  });

  it.each<[string, number, number, string, boolean]>([
    ['three links of five', 3, 2, far, true],
    ['three links of six', 3, 3, far, false],
    ['links on the web', 5, 0, 'http://x.cn/', false],
  ])('or by %s', (_, to, besides, where, is) => {
    expect(read('', links(to, besides), where)).toEqual(
      is ? ['wayback', 'http://dx.example/', `https://web.archive.org/web/${at}/http://dx.example/`, moment] : null,
    );
  });

  it('has its links’ word where it is marked, however few', () => {
    expect(read('<!--BEGIN WAYBACK-->', links(3, 9), 'http://x.cn/')?.[1]).toBe('http://dx.example/');
  });

  it('has its insertions between two comments of one parent', () => {
    const between = (end: string): number => {
      const document = page('', `<!-- BEGIN WAYBACK TOOLBAR INSERT --><i>1</i>塘<b>2</b>${end}<u>3</u>`);
      const found = readWayback({ document, url: far }, readTraces(document), null);
      return found?.archiveElements.length ?? -1;
    };
    expect(
      [
        '<!-- END WAYBACK TOOLBAR INSERT -->',
        '<!--END WAYBACK TOOLBAR INSERT-->',
        '<!--  End Wayback x-->',
        '<!-- END WAYBACK REWRITE JS -->',
        '<!-- no END WAYBACK x-->',
        '',
      ].map(between),
    ).toEqual([2, 2, 2, 0, 0, 0]);
  });

  it('has links that are counted up to the five hundredth', () => {
    const behind = (count: number) => readLinkMajority(page('', `${'<a href="x">塘</a>'.repeat(count)}${links(3, 0)}`));
    expect([behind(497)?.share, behind(498)]).toEqual([3 / 500, null]);
  });

  it.each(
    'xene xgen xfév xmrz xmrt xavr xabr xmai xmei xmag xjuin xgiu xjul xjuil xaoû xago xset xokt xott xout xdez xdic 13月 0月 x7月 7月x 十十月 廿月 十月x 7'.split(
      ' ',
    ),
  )('has no month %s', (name) => {
    expect(readWaybackDate(`20:53:27 ${name} 2, 2007`)).toBeNull();
  });

  it.each([
    ['12月 2, 2007', '2007-12-02T20:53:27Z'],
    ['10月 12 2007', '2007-10-12T20:53:27Z'],
    ['九月 2, 2007', '2007-09-02T20:53:27Z'],
    ['十九月 2, 2007', null],
  ])('has the month of %s', (text, told) => {
    expect(readWaybackDate(`20:53:27 ${text}`)).toBe(told);
  });
});

describe('a replay of pywb', () => {
  const read = (head: string, body = '', where = far) => {
    const document = page(head, body);
    const found = readPywb({ document, url: where }, readTraces(document), readAddress(where));
    return found && [found.originalUrl, found.url, found.capturedAt];
  };
  const shown = `http://lib.example/w/${at}mp_/${original}`;
  const plain = `http://lib.example/w/${at}/${original}`;
  const code = `wbinfo.url = "${original}"; wbinfo.timestamp='${at}'; wbinfo.top_url ="${plain}";`;

  it.each<[string, string, string, string, readonly (string | null)[] | null]>([
    ['nothing', '', '', far, null],
    ['its address', '', '', shown, [original, shown, moment]],
    ['the Wayback Machine’s address', '', '', memento, null],
    ['its script', script(code), '', far, [original, plain, moment]],
    ['its script under its address', script('wbinfo.x = 1;'), '', shown, [original, shown, moment]],
    ['its script under another’s address', script('wbinfo.x = 1;'), '', plain, [original, plain, moment]],
    ['its script alone', script('wbinfo.x = 1;'), '', far, [null, null, null]],
    ['its frame', '', `<iframe id="replay_iframe" src="${shown}"></iframe>`, far, [original, shown, moment]],
    ['no frame', '', `<iframe id="x" src="${shown}"></iframe>`, far, null],
    ['its comment', '<!--WB Insert-->', '', far, [null, null, null]],
    ['its comment, set off', '<!--\n WB Insert -->', '', plain, [original, plain, moment]],
    ['no comment', '<!-- no WB Insert -->', '', far, null],
  ])('is told by %s', (_, head, body, where, told) => {
    expect(read(head, body, where)).toEqual(told);
  });
});

describe('the edges of a page, where marks are looked for', () => {
  const count = (html: string) => {
    const { comments, scripts } = readTraces(parsePage(html, far));
    return [comments.length, scripts.length];
  };
  const mark = '<!-- wayback -->';
  const rows = (number: number): string => '<b></b>'.repeat(number);

  it('end with the eightieth node from the beginning and from the end', () => {
    const body = (before: number, after: number): string =>
      `<html><head></head><body>${rows(before)}${mark}${rows(after)}</body></html>`;
    expect([body(79, 99), body(80, 99), body(99, 79), body(99, 80)].map((html) => count(html)[0])).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it('end within a script as within a comment', () => {
    const code = (before: number): string => script(`${'x'.repeat(before)}wbinfo`);
    expect([code(8192 - 6), code(8192 - 5)].map((html) => count(html)[1])).toEqual([1, 0]);
  });

  it.each<[string, readonly number[]]>([
    ['<!-- saved from x -->', [1, 0]],
    ['<!-- Archived On -->', [1, 0]],
    ['<!-- SingleFile -->', [1, 0]],
    ['<!-- 塘 -->', [0, 0]],
    [script('var a = __wm;'), [0, 1]],
    [script('// ARCHIVED ON'), [0, 1]],
    [script('// archived on'), [0, 0]],
    [script(''), [0, 0]],
    ['<p>wbinfo</p>', [0, 0]],
    [`<html><head></head>${mark}<body><p>塘</p></body></html>`, [1, 0]],
    [`${mark}<html><head></head><body><p>塘</p></body></html>${mark}`, [2, 0]],
  ])('%s', (html, found) => {
    expect(count(html)).toEqual(found);
  });
});
