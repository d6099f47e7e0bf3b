import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import type { Unwrapped } from '../../../lib/archive/unwrapped.ts';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { encodeAs } from '../../corpus/encode.ts';
import { outerWraps, wraps } from '../../corpus/wrap/index.ts';
import { countCalls } from '../../support/count-calls.ts';
import { parsePage } from '../../support/parse-page.ts';
import { samplePage, sampleTimestamp, sampleUrl } from './sample-page.ts';

const options = { originalUrl: sampleUrl, timestamp: sampleTimestamp };
const open = (page: string | Uint8Array, url: string): Unwrapped => unwrap({ document: parsePage(page, url), url });

/** Text of the page without what the wrapper added, white space apart. */
function ownText({ document, archiveElements }: Unwrapped): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  const originals = [...document.body.querySelectorAll('*')];
  const copies = [...copy.querySelectorAll('*')];
  for (const element of archiveElements) copies[originals.indexOf(element)]?.remove();
  for (const element of copy.querySelectorAll('script, style')) element.remove();
  return copy.textContent?.replace(/\s+/g, '') ?? '';
}

const plainText = ownText(open(samplePage, sampleUrl));

describe('unwrap', () => {
  it.each(Object.entries({ ...wraps, ...outerWraps }))('tells original address and moment of %s', (_, wrap) => {
    const { page, url, expected } = wrap(samplePage, options);
    const { originalUrl, archivedCopy } = open(page, url);
    expect({ originalUrl, archive: archivedCopy?.archive, capturedAt: archivedCopy?.capturedAt }).toEqual(expected);
  });

  it.each(Object.entries(wraps))('leaves the page and nothing else of %s', (_, wrap) => {
    const { page, url } = wrap(samplePage, options);
    expect(ownText(open(page, url))).toBe(plainText);
  });

  it('reads a replay in GBK bytes with its toolbar in ASCII', () => {
    const { page, url, expected } = wraps.waybackCurrent(samplePage, options);
    const bytes = encodeAs(String(page), 'gb18030');
    expect(decodeHtml(bytes).charset).toBe('gb18030');
    expect(open(bytes, url).originalUrl).toBe(expected.originalUrl);
  });

  it.each([
    ['waybackCurrent', `https://web.archive.org/web/${sampleTimestamp}/${sampleUrl}`],
    ['wayback2012', `https://web.archive.org/web/${sampleTimestamp}/${sampleUrl}`],
    ['waybackInSavedPage', `https://web.archive.org/web/${sampleTimestamp}/${sampleUrl}`],
    ['waybackRaw', `https://web.archive.org/web/${sampleTimestamp}id_/${sampleUrl}`],
    ['openWayback', `http://webarchive.example.org/wayback/${sampleTimestamp}/${sampleUrl}`],
    ['pywb', `https://archive.example.edu/portals/${sampleTimestamp}/${sampleUrl}`],
    ['archiveToday', 'http://archive.is/Kq7Zd'],
    ['savedPage', null],
    ['singleFile', null],
  ] as const)('gives the address of the copy: %s', (name, copyUrl) => {
    const { page, url } = wraps[name](samplePage, options);
    expect(open(page, url).archivedCopy?.url).toBe(copyUrl);
  });

  it.each([
    ['a page of its own', samplePage, sampleUrl],
    [
      'a page that links to the archive',
      samplePage.replace('</p>', '<a href="https://web.archive.org/web/2005/http://a.cn/">见档案</a></p>'),
      sampleUrl,
    ],
    [
      'a page that speaks of the archive',
      samplePage.replace(
        '</p>',
        'FILE ARCHIVED ON 20:53:27 Jul 2, 2007 http://web.archive.org/web/20050101000000/http://a.cn/</p>',
      ),
      sampleUrl,
    ],
    [
      'a file full of links to the archive and to elsewhere',
      `${'<a href="https://web.archive.org/web/20050101000000/http://a.cn/">a</a><a href="http://b.cn/">b</a>'.repeat(9)}`,
      'file:///a.html',
    ],
    [
      'a page made with a saved template',
      `<!-- saved from url=(0022)http://www.muban.com/a -->${samplePage}`,
      sampleUrl,
    ],
    ['a file from nowhere', `<!-- saved from url=(0014)about:internet -->${samplePage}`, 'file:///a.html'],
    ['a file from the mail', `<!-- saved from url=(0022)http://internet.e-mail -->${samplePage}`, 'file:///a.html'],
    ['a list of captures', samplePage, 'https://web.archive.org/web/2005*/http://a.cn/'],
    ['a page with a header and content', `<div id=HEADER></div><div id=CONTENT></div>${samplePage}`, sampleUrl],
    ['a page in a local frame', `<iframe id="replay_iframe" src="/video.html"></iframe>${samplePage}`, sampleUrl],
  ])('leaves alone %s', (_, page, url) => {
    const document = parsePage(page, url);
    expect(unwrap({ document, url })).toEqual({ document, originalUrl: url, archivedCopy: null, archiveElements: [] });
  });

  it('asks no more of a long page than of a short one', () => {
    const callsFor = (rows: number): number => {
      // A window of its own: what looked at another page of the same window knows its getters from before they were counted.
      const page = samplePage.replace('<tr>', '<tr><td>一段</td></tr><tr>'.repeat(rows));
      const { document, close } = openPage(page, sampleUrl);
      const calls = countCalls(document);
      unwrap({ document, url: sampleUrl });
      close();
      return calls();
    };
    const short = callsFor(300);
    expect(short).toBeGreaterThan(0);
    expect(callsFor(3000)).toBe(short);
  });
});
