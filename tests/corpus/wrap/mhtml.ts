import { encodeAs, joinBytes } from '../encode.ts';
import { isoOf, type Wrap } from './wrap.ts';

const FILE = 'file:///C:/My%20Documents/page.mht';

/** Bytes of the page in the encoding that it declares. */
const encoded = (html: string): Uint8Array =>
  /charset\s*=\s*["']?gb/i.test(html) ? encodeAs(html, 'gb18030') : new TextEncoder().encode(html);

/** Quoted-printable with lines of at most 76 characters (RFC 2045 section 6.7). */
function quotedPrintable(bytes: Uint8Array): string {
  let line = '';
  let text = '';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const next = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + next.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += next;
  }
  return text + line;
}

function base64(bytes: Uint8Array): string {
  const digits = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return digits.replace(/.{76}/g, '$&\r\n');
}

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Saved by Chrome: quoted-printable, subject in encoded words. */
export const mhtmlChrome: Wrap = (html, options) => ({
  page: new TextEncoder().encode(chromeText(html, options.originalUrl, options.timestamp)),
  url: FILE,
  expected: { archive: 'mhtml', originalUrl: options.originalUrl, capturedAt: isoOf(options.timestamp) },
});

function chromeText(html: string, url: string, timestamp: string): string {
  const boundary = '----MultipartBoundary--h2Zx8dRkTq0mWnYc5v7uJbLs3pEaGf1oXi----';
  return `From: <Saved by Blink>
Snapshot-Content-Location: ${url}
Subject: =?utf-8?Q?=E5=85=9A=E6=A0=A1=E5=AD=A6?=
 =?utf-8?Q?=E6=9C=AF?=
Date: ${new Date(isoOf(timestamp)).toUTCString().replace('GMT', '-0000')}
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="${boundary}"


--${boundary}
Content-Type: text/html
Content-ID: <frame-9D8A6C61F5B1E0A2@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: ${url}

${quotedPrintable(encoded(html))}
--${boundary}
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-Location: ${new URL('/images/dot.gif', url).href}

${PIXEL}
--${boundary}--
`.replace(/\r?\n/g, '\r\n');
}

/** Saved by Internet Explorer 6 on Chinese Windows: raw GBK in the header, base64 or quoted-printable body. */
export const mhtmlExplorer =
  (transfer: 'base64' | 'quoted-printable'): Wrap =>
  (html, { originalUrl, timestamp }) => {
    const there = new Date(Date.parse(isoOf(timestamp)) + 8 * 3600_000).toUTCString().replace('GMT', '+0800');
    const boundary = '----=_NextPart_000_0000_01C58B3A.7E4D1A30';
    const body = transfer === 'base64' ? base64(encoded(html)) : quotedPrintable(encoded(html));
    const head = `From: <由 Microsoft Internet Explorer 5 保存>
Subject: 党校学术专栏
Date: ${there}
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="${boundary}"
X-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.2527

This is a multi-part message in MIME format.

--${boundary}
Content-Type: text/html;
	charset="gb2312"
Content-Transfer-Encoding: ${transfer}
Content-Location: ${originalUrl}

`;
    const tail = `\n\n--${boundary}\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\nContent-Location: ${new URL('/dot.gif', originalUrl).href}\n\n${PIXEL}\n\n--${boundary}--\n`;
    const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
    return {
      page: joinBytes(encodeAs(crlf(head), 'gb18030'), new TextEncoder().encode(crlf(body + tail))),
      url: FILE,
      expected: { archive: 'mhtml', originalUrl, capturedAt: isoOf(timestamp) },
    };
  };

/** A replay saved by Chrome as MHTML later: the replay's record counts. */
export const replayInMhtml =
  (replay: Wrap): Wrap =>
  (html, options) => {
    const { page, url, expected } = replay(html, options);
    return { page: new TextEncoder().encode(chromeText(String(page), url, '20250301081500')), url: FILE, expected };
  };
