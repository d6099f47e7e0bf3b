import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../lib/dom/decode.ts';
import { encodeAs, joinBytes } from '../../corpus/encode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = (text: string): Uint8Array => encodeAs(text, 'gb18030');
const big5 = (text: string): Uint8Array => encodeAs(text, 'big5');

const words = '乡镇党校的办学经费应当列入财政预算，教员每年下村讲课不少于二十次。';
const traditional = '鄉鎮黨校的辦學經費應當列入財政預算，教員每年下村講課不少於二十次。';
const page = (charset: string, text = words): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>${text}</p></body></html>`;

describe('decodeHtml', () => {
  it('obeys a byte order mark before everything else', () => {
    const text = page('gb2312');
    const utf16 = [...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]);
    const swapped = [...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]);
    expect(decodeHtml(joinBytes(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(text)))).toEqual({ text, charset: 'utf-8' });
    expect(decodeHtml(Uint8Array.from([0xff, 0xfe, ...utf16]))).toEqual({ text, charset: 'utf-16le' });
    expect(decodeHtml(Uint8Array.from([0xfe, 0xff, ...swapped]), { charset: 'gbk' })).toEqual({
      text,
      charset: 'utf-16be',
    });
  });

  it('believes UTF-8 bytes rather than what the page or the server declares', () => {
    const text = page('gb2312');
    expect(decodeHtml(utf8(text))).toEqual({ text, charset: 'utf-8' });
    expect(decodeHtml(utf8(text), { charset: 'gb2312' }).charset).toBe('utf-8');
    expect(decodeHtml(utf8(page('gb2312', 'Party school © 2005'))).charset).toBe('utf-8');
  });

  it('reads Big5 under the name of GBK, and GBK under that of Big5', () => {
    const body = traditional.repeat(3);
    expect(decodeHtml(big5(page('gb2312', body)))).toEqual({ text: page('gb2312', body), charset: 'big5' });
    expect(decodeHtml(gbk(page('big5', words.repeat(3)))).charset).toBe('gb18030');
    // Traditional characters in GBK are what they say.
    expect(decodeHtml(gbk(page('gbk', body))).charset).toBe('gb18030');
  });

  it('reads HZ, which browsers refuse', () => {
    const hz = (text: string): Uint8Array =>
      utf8(
        text.replace(
          /[^\0-\x7f]+/g,
          (han) => `~{${String.fromCharCode(...[...gbk(han)].map((byte) => byte & 0x7f))}~}`,
        ),
      );
    const text = `<title>论党建</title><p>${words}</p><p>作者 王芳 a~b</p>`;
    expect(decodeHtml(hz(text.replace('~', '~~')), { charset: 'hz-gb-2312' })).toEqual({ text, charset: 'gb18030' });
    const script = '<script>a = "~{}~}"; b = "~{x~}"</script>';
    expect(decodeHtml(utf8(script)).text).toBe(script);
  });

  it.each(['gb2312', 'GBK', 'x-gbk', 'gb_2312-80', 'GB18030', 'cp936', 'utf-8', 'no-such', 'iso-8859-1'])(
    'reads GBK bytes declared as %s',
    (charset) => {
      const text = page(charset);
      expect(decodeHtml(gbk(text))).toEqual({ text, charset: 'gb18030' });
    },
  );

  it('takes the hint before the meta, unless it is a server default or refuted by the bytes', () => {
    expect(decodeHtml(big5(page('gb2312', traditional)), { charset: 'Big5' }).text).toContain(traditional);
    expect(decodeHtml(gbk(page('gb2312')), { charset: 'ISO-8859-1' }).text).toContain(words);
    expect(decodeHtml(gbk(page('gb2312')), { charset: 'utf-8' }).text).toContain(words);
    expect(decodeHtml(gbk(page('gb2312')), { charset: '\0;' }).text).toContain(words);
  });

  it('tries gb18030 and big5 on a page that declares nothing', () => {
    expect(decodeHtml(gbk(`<p>${words}`))).toEqual({ text: `<p>${words}`, charset: 'gb18030' });
    expect(decodeHtml(big5(`<p>${traditional}`))).toEqual({ text: `<p>${traditional}`, charset: 'big5' });
    expect(decodeHtml(Uint8Array.from([...'<p>caf\u00e9 d\u00e9j\u00e0 vu'].map((c) => c.charCodeAt(0)))).charset).toBe(
      'windows-1252',
    );
  });

  it('names the declared encoding of a page in pure ASCII, else UTF-8', () => {
    expect(decodeHtml(utf8(page('gb2312', 'Not found'))).charset).toBe('gb18030');
    expect(decodeHtml(utf8(page('iso-8859-1', 'Not found'))).charset).toBe('windows-1252');
    expect(decodeHtml(utf8('<p>Not found')).charset).toBe('utf-8');
    expect(decodeHtml(new Uint8Array())).toEqual({ text: '', charset: 'utf-8' });
  });

  it('is not misled by a charset in a comment or a script', () => {
    const text = `<!-- <meta charset="big5"> --><script src="a.js" charset="big5"></script>${page('gb2312')}`;
    expect(decodeHtml(gbk(text)).text).toBe(text);
    expect(decodeHtml(gbk(`<?xml version="1.0" encoding="gb2312"?><p>${words}`)).charset).toBe('gb18030');
  });

  it('finds the meta behind the long scripts of a replay', () => {
    const text = `<head><script>${'/* wombat */'.repeat(1500)}</script>${page('gb2312', 'Not found')}`;
    expect(decodeHtml(utf8(text)).charset).toBe('gb18030');
  });

  it('keeps its choice when a GBK page has a stray byte or is cut in a character', () => {
    const whole = gbk(page('utf-8', `${words}<br>${words}`));
    const at = whole.indexOf(0xcf);
    const stray = joinBytes(whole.subarray(0, at), Uint8Array.of(0xff), whole.subarray(at));
    expect(decodeHtml(stray).charset).toBe('gb18030');
    expect(decodeHtml(stray).text).toContain(words);
    const lead = whole.lastIndexOf(gbk('。')[0] ?? 0);
    expect(decodeHtml(whole.subarray(0, lead)).charset).toBe('gb18030');
    expect(decodeHtml(whole.subarray(0, lead + 1)).charset).toBe('gb18030');
  });

  it('keeps its choice when a UTF-8 page is cut in a character or has a stray byte', () => {
    const whole = utf8(page('gb2312', '党校'));
    const at = whole.indexOf(0xe5);
    for (const cut of [4, 5]) expect(decodeHtml(whole.subarray(0, at + cut)).charset).toBe('utf-8');
    const stray = joinBytes(whole.subarray(0, at), Uint8Array.of(0xb5), whole.subarray(at));
    expect(decodeHtml(stray).charset).toBe('utf-8');
    expect(decodeHtml(stray).text).toContain('党校');
  });

  it('reads a GBK page to which a replay added a toolbar in ASCII or UTF-8', () => {
    const toolbar = '<div id="wm-ipp">互联网档案馆 · 关于此捕获 « 2004 2005 » ©</div>';
    for (const added of [toolbar, '<div id="wm-ipp">About this capture</div>']) {
      const bytes = joinBytes(utf8(added), gbk(page('gb2312', words.repeat(3))));
      expect(decodeHtml(bytes).charset).toBe('gb18030');
      expect(decodeHtml(bytes).text).toContain(words);
    }
  });

  it('keeps NULs and reads round them', () => {
    const text = page('gb2312', `\0${words}\0`);
    expect(decodeHtml(gbk(text)).text).toBe(text);
  });

  it('reads 20 MB', () => {
    const bytes = new Uint8Array(20e6);
    const line = gbk(`<p>${words}</p>\n`);
    for (let at = 0; at + line.length < bytes.length; at += line.length) bytes.set(line, at);
    const { charset, text } = decodeHtml(bytes);
    expect(charset).toBe('gb18030');
    expect(text.split(words).length - 1).toBe(Math.ceil((bytes.length - line.length) / line.length));
  });

  it('never throws, whatever the bytes and the hint', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string(), { nil: undefined }), (bytes, charset) => {
        const decoded = decodeHtml(bytes, charset === undefined ? {} : { charset });
        expect(decoded.charset).toBe(new TextDecoder(decoded.charset).encoding);
      }),
    );
  });
});
