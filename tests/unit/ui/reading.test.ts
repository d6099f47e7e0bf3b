import { describe, expect, it } from 'vitest';
import { placeInList, wayBack } from '../../../entrypoints/reader/bar/result-list.ts';
import { findInText } from '../../../entrypoints/reader/text/find-in-text.ts';
import { findHeadings } from '../../../entrypoints/reader/text/headings.ts';
import { speak } from '../../../entrypoints/reader/text/speaker.ts';
import { converterTo, showConverted } from '../../../lib/features/show-essay/convert-script.ts';
import { linkFootnotes } from '../../../lib/features/show-essay/footnotes.ts';
import { readShownText } from '../../../lib/features/show-essay/shown-text.ts';

function essay(html: string): Element {
  const place = document.createElement('div');
  place.append(document.createRange().createContextualFragment(html));
  return place;
}

const contents = (html: string) => findHeadings(essay(html)).map(({ text, level }) => `${level} ${text}`);

describe('the table of contents', () => {
  it('is of numbered paragraphs, nested by their way of numbering', () => {
    expect(
      contents(
        '<p>开头的话。</p><p>一、问题的由来</p><p>正文。</p><p>（一）渔村</p><p>正文。</p><p>（二）山村</p><p>二、几点启示</p>',
      ),
    ).toEqual(['1 一、问题的由来', '2 （一）渔村', '2 （二）山村', '1 二、几点启示']);
  });

  it('takes chapters, heading elements and customary names', () => {
    expect(contents('<h2>第一章 总论</h2><p>一、缘起</p><h3>小标题</h3><p>结语</p>')).toEqual([
      '1 第一章 总论',
      '3 一、缘起',
      '2 小标题',
      '3 结语',
    ]);
  });

  it('leaves running text, lists and tables out', () => {
    expect(
      contents(
        '<p>一、要加强领导，落实责任。各级都要负起责任来。</p><p>一、要加强领导；</p><ul><li><p>一、甲</p></li></ul>' +
          `<table><tr><td><p>一、甲</p></td></tr></table><p>二、${'长'.repeat(60)}</p><p>一是好的</p>`,
      ),
    ).toEqual([]);
  });
});

describe('the text as shown', () => {
  const place = essay(
    '<p>甲<strong>乙</strong>丙</p>\n<p>丁<br>戊</p>\n<table><tr><td>己</td><td>庚</td></tr></table>',
  );
  const shown = readShownText(place);

  it('is a line each of paragraph, verse line and table row', () => {
    expect(shown.text).toBe('甲乙丙\n丁\n戊\n己庚');
  });

  it('is found again in the page, and the page in it', () => {
    for (let start = 0; start < shown.text.length; start++)
      for (let end = start + 1; end <= shown.text.length; end++) {
        const range = shown.rangeOf(start, end);
        const wanted = shown.text.slice(start, end);
        expect((range?.toString() ?? '').replace(/\n/g, ''), wanted).toBe(wanted.replace(/\n/g, ''));
      }
    const range = shown.rangeOf(1, 5);
    expect(range && shown.offsetOf(range.startContainer, range.startOffset)).toBe(1);
    expect(range && shown.offsetOf(range.endContainer, range.endOffset)).toBe(5);
    expect(shown.offsetOf(document.body, 0)).toBeNull();
    expect(shown.offsetOf(place, 0)).toBe(0);
    expect(shown.offsetOf(place, place.childNodes.length)).toBe(shown.text.length);
  });
});

describe('finding in the text', () => {
  it('finds every place, folding case, width and script, the longest word first', () => {
    expect(findInText('党校ABC，党校党校', ['党校'])).toHaveLength(3);
    expect(findInText('ＷＴＯ与wto', ['Wto'])).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    expect(findInText('合作社', ['合作', '合作社'])).toEqual([{ start: 0, end: 3 }]);
    expect(findInText('甲(乙', ['(乙', ''])).toEqual([{ start: 1, end: 3 }]);
    expect(findInText('甲', [' '])).toEqual([]);
    expect(findInText('论黨校與“党校”', ['党校'])).toEqual([
      { start: 1, end: 3 },
      { start: 5, end: 7 },
    ]);
    expect(findInText('与党校', ['與黨'])).toEqual([{ start: 0, end: 2 }]);
  });
});

describe('another script', () => {
  it('is shown while the text is kept, unit for unit', async () => {
    const place = essay('<p>发展<strong>党员</strong>与理发</p>');
    const stored = new WeakMap<Text, string>();
    showConverted(place, await converterTo('traditional'), stored);
    expect(place.textContent).toBe('發展黨員與理髮');
    showConverted(place, await converterTo('simplified'), stored);
    expect(place.textContent).toBe('发展党员与理发');
    showConverted(place, await converterTo('stored'), stored);
    expect(place.textContent).toBe('发展党员与理发');
  });
});

describe('footnotes', () => {
  const linked = (html: string) => {
    const place = essay(html);
    const text = place.textContent;
    linkFootnotes(place);
    expect(place.textContent).toBe(text);
    return [...place.querySelectorAll('a')].map((link) => [link.textContent, link.id, link.getAttribute('href')]);
  };

  it('lead from each mention to the note, and back', () => {
    expect(linked('<p>甲[1]乙<sup>①</sup>丙［１］</p><p>注释：</p><p>[1] 甲书。</p><p>①乙书，参见[1]。</p>')).toEqual([
      ['[1]', 'mention-1', '#note-1'],
      ['①', 'mention-c1', '#note-c1'],
      ['［１］', '', '#note-1'],
      ['[1]', 'note-1', '#mention-1'],
      ['①', 'note-c1', '#mention-c1'],
      ['[1]', '', '#note-1'],
    ]);
  });

  it('leave numbers without a note, and notes that nothing mentions', () => {
    expect(linked('<p>甲[1]乙[2005]</p><p>[2] 乙书。</p>')).toEqual([]);
  });
});

describe('reading aloud', () => {
  it('goes from paragraph to paragraph until it is stopped', () => {
    const said: SpeechSynthesisUtterance[] = [];
    const synthesis = { speak: (one: SpeechSynthesisUtterance) => said.push(one), cancel: () => {} };
    const utter = (text: string) => ({ text }) as SpeechSynthesisUtterance;
    const begun: number[] = [];
    let ended = 0;
    const told = { onparagraph: (n: number) => begun.push(n), onend: () => (ended += 1) };
    const finish = () => said.at(-1)?.onend?.call(said[0] as SpeechSynthesisUtterance, {} as SpeechSynthesisEvent);
    speak({ synthesis, utter }, ['甲', '乙', '丙'], 1, told);
    finish();
    finish();
    expect([begun, said.map(({ text }) => text), ended]).toEqual([[1, 2], ['乙', '丙'], 1]);
    const stop = speak({ synthesis, utter }, ['甲', '乙'], 0, told);
    stop();
    finish();
    expect([begun, ended]).toEqual([[1, 2, 0], 1]);
  });
});

describe('the place in the result list', () => {
  const storage = { getItem: (key: string) => ({ 'list:1': '["a","b","c"]', 'list:2': 'no JSON' })[key] ?? null };

  it('is known from what the library left, and none without it', () => {
    expect(placeInList('b', '1', storage)).toEqual({ number: 2, total: 3, previous: 'a', next: 'c' });
    expect(placeInList('a', '1', storage)).toEqual({ number: 1, total: 3, previous: null, next: 'b' });
    for (const name of ['2', '3', null]) expect(placeInList('a', name, storage)).toBeNull();
    expect(placeInList('d', '1', storage)).toBeNull();
    const left = (from: string) => ({ getItem: () => from });
    expect(wayBack('1', left('/library.html?q=%E6%9D%91&sort=title'))).toBe('/library.html?q=%E6%9D%91&sort=title');
    expect([wayBack('1', left('https://x.example/')), wayBack(null, left('/library.html?q=1'))]).toEqual([
      '/library.html',
      '/library.html',
    ]);
  });
});
