import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import { copyInMhtml, type Mhtml, readMhtml } from '../../../lib/import/mhtml.ts';
import { encodeAs, joinBytes } from '../../corpus/encode.ts';
import { mhtmlWraps } from '../../corpus/wrap/index.ts';
import { parsePage } from '../../support/parse-page.ts';
import { samplePage, sampleTimestamp, sampleUrl } from '../archive/sample-page.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

function read(file: string | Uint8Array): Mhtml {
  const outcome = readMhtml(typeof file === 'string' ? utf8(crlf(file)) : file);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}
const textOf = ({ html, charset }: Mhtml): string => decodeHtml(html, charset === null ? {} : { charset }).text;
const wrap = (name: keyof typeof mhtmlWraps): Uint8Array =>
  mhtmlWraps[name](samplePage, { originalUrl: sampleUrl, timestamp: sampleTimestamp }).page as Uint8Array;

const html = '<html><body><p>师资是办学的根本。</p></body></html>';
const message = (boundary: string, rest: string): string =>
  `From: <Saved by Blink>\nDate: Fri, 14 Jul 2006 10:20:30 +0800\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="${boundary}"\n\n${rest}`;
const part = (
  body: string,
  headers = 'Content-Type: text/html; charset=utf-8\nContent-Location: http://a.cn/b',
): string => `${headers}\n\n${body}\n`;

describe('readMhtml', () => {
  it.each(['mhtmlChrome', 'mhtmlExplorer', 'mhtmlExplorerQuoted'] as const)('takes the page out of %s', (name) => {
    const mhtml = read(wrap(name));
    expect(textOf(mhtml).trimEnd().replaceAll('\r\n', '\n')).toBe(samplePage.trimEnd());
    expect(decodeHtml(mhtml.html).charset).toBe('gb18030');
    expect(mhtml).toMatchObject({ url: sampleUrl, savedAt: '2007-07-02T20:53:27Z' });
    expect(copyInMhtml(null, mhtml)).toEqual({ archive: 'mhtml', url: null, capturedAt: '2007-07-02T20:53:27Z' });
  });

  it('reads who saved it out of raw GBK bytes and encoded words', () => {
    expect(read(wrap('mhtmlExplorer'))).toMatchObject({
      producer: '由 Microsoft Internet Explorer 5 保存',
      charset: 'gb2312',
    });
    expect(read(wrap('mhtmlChrome')).producer).toBe('Saved by Blink');
    const encoded = message('b', `--b\n${part(html)}--b--\n`).replace(
      '<Saved by Blink>',
      '"=?gb2312?B?08kgV2luZG93cyA=?= =?gb2312?Q?=B1=A3=B4=E6?="',
    );
    expect(read(encoded).producer).toBe('由 Windows 保存');
  });

  it('keeps the moment of a replay that was saved', () => {
    const mhtml = read(wrap('waybackInMhtml'));
    const url = mhtml.url ?? '';
    const { originalUrl, archivedCopy } = unwrap({ document: parsePage(textOf(mhtml), url), url });
    expect(originalUrl).toBe(sampleUrl);
    expect(copyInMhtml(archivedCopy, mhtml)).toMatchObject({ archive: 'wayback', capturedAt: '2007-07-02T20:53:27Z' });
  });

  it('puts its own moment in the place of a mark without one', () => {
    const mhtml = read(message('b', `--b\n${part(html)}--b--\n`));
    expect(copyInMhtml({ archive: 'saved-page', url: null, capturedAt: null }, mhtml)).toEqual({
      archive: 'mhtml',
      url: null,
      capturedAt: '2006-07-14T02:20:30Z',
    });
  });

  it('gives plain HTML under the name back as it is', () => {
    const file = joinBytes(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(`\r\n${html}`));
    expect(read(file)).toEqual({
      html: file,
      charset: null,
      url: null,
      savedAt: null,
      producer: null,
      images: new Map(),
      frames: [],
    });
    expect(copyInMhtml(null, read(file))).toBeNull();
  });

  it.each([
    ['another boundary than declared', message('declared', `--used\n${part(html)}--used--\n`)],
    ['parts without delimiters', message('b', `${part('body{}', 'Content-Type: text/css')}\n${part(html)}`)],
    ['blanks behind the boundary', message('b', `--b  \n${part(html)}--b--\n`)],
    ['a boundary of signs', message('a+b(c)?', `--a+b(c)?\n${part(html)}--a+b(c)?--`)],
    ['no end', message('b', `--b\n${part(html)}`)],
    ['one part alone', `MIME-Version: 1.0\n${part(html)}`],
    ['blank lines before it', `\n\n${message('b', `--b\n${part(html)}--b--\n`)}`],
    ['no headers of its own', `Some text\n\n${part(html)}`],
    [
      'parts in a part',
      message(
        'b',
        `--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n${part('text', 'Content-Type: text/plain')}--c\n${part(html)}--c--\n--b--\n`,
      ),
    ],
    [
      'base64 that is none',
      message(
        'b',
        `--b\n${part(html, 'Content-Type: text/html\nContent-Transfer-Encoding: base64\nContent-Location: http://a.cn/b')}--b--`,
      ),
    ],
  ])('bears %s', (_, file) => {
    const mhtml = read(file);
    expect(textOf(mhtml).trim()).toBe(html);
    expect(mhtml.url).toBe('http://a.cn/b');
  });

  it('bears broken escapes and lines that end in blanks', () => {
    const quoted = `<p>a=3D1 =E5=85=9A=E6=\n=A0=A1 b=zz c= \nd=`;
    const file = message(
      'b',
      `--b\n${part(quoted, 'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable')}--b--`,
    );
    expect(textOf(read(file))).toBe('<p>a=1 党校 b=zz cd');
    const base64 = 'PHA+5YWa5q Ch\n!!PC9wPg=\n=x';
    const other = message(
      'b',
      `--b\n${part(base64, 'Content-Type: text/html\nContent-Transfer-Encoding: base64')}--b--`,
    );
    expect(textOf(read(other))).toContain('<p>党校</p>');
  });

  it('takes the first page and no other address than http', () => {
    const frame = part('<p>frame', 'Content-Type: text/html\nContent-Location: http://a.cn/frame');
    const local = part(html, 'Content-Type: text/html; charset=utf-8\nContent-Location: file://C:\\page.htm');
    const mhtml = read(message('b', `--b\n${local}--b\n${frame}--b--`));
    expect(mhtml.url).toBeNull();
    expect(textOf(mhtml)).toContain('师资');
  });

  it('unfolds a long address', () => {
    const location = `Content-Type: text/html\nContent-Location: http://a.cn/show.asp?\n\tid=42`;
    expect(read(message('b', `--b\n${part(html, location)}--b--`)).url).toBe('http://a.cn/show.asp?id=42');
  });

  it('says so when there is no page in it', () => {
    for (const bytes of [
      new Uint8Array(),
      utf8('just text'),
      encodeAs('师资', 'gb18030'),
      utf8(crlf(message('b', '--b--'))),
    ]) {
      expect(readMhtml(bytes)).toEqual({ ok: false, problem: { code: 'not-mhtml' } });
    }
  });
});
