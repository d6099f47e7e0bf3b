import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importable } from '../../support/read-source-essays.ts';

const site = 'http://www.qsdx.gov.cn';
const prose = '　　田埂上的石坎要年年修，修一年管三年；不修，一场雨就冲掉一半，谁家的田在下面谁家就出工。<br>'.repeat(
  4,
);
const essay = (image = ''): string =>
  `<html><head><meta charset="utf-8"><title>石坎</title></head><body><table><tr><td>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/l.asp">理论研究</a> &gt;&gt; 正文</td></tr></table><h1>石坎</h1>
  <p>作者：林有禾　发布日期：2005-07-14</p><div>${image}${prose}</div><p>版权所有：中共青石市委党校</p></body></html>`;
const top = '<html><body><a href="/">首页</a> | <a href="/x">校园新闻</a></body></html>';

const part = (headers: string, html: string): string =>
  `------b\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n\r\n${html}\r\n`;
const message = (root: string, frame = essay()): Uint8Array =>
  new TextEncoder().encode(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${site}/index.asp\r\nDate: Thu, 14 Jul 2011 08:30:11 +0800\r\nMIME-Version: 1.0\r\n` +
      'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n' +
      part(`Content-ID: <frame-0@mhtml.blink>\r\nContent-Location: ${site}/index.asp`, root) +
      part(`Content-ID: <frame-1@mhtml.blink>\r\nContent-Location: ${site}/top.htm`, top) +
      part(`Content-ID: <frame-2@mhtml.blink>\r\nContent-Location: ${site}/body.asp?id=12`, frame) +
      '------b--\r\n',
  );

const frameset =
  '<html><head><title>中共青石市委党校</title></head><frameset rows="80,*"><frame src="cid:frame-1@mhtml.blink"><frame src="cid:frame-2@mhtml.blink"></frameset></html>';
const iframe =
  '<html><head><title>中共青石市委党校</title></head><body><a href="/">首页</a><iframe src="cid:frame-2@mhtml.blink"></iframe></body></html>';

describe('a page of frames in one file', () => {
  it.each([
    ['frameset', frameset],
    ['iframe', iframe],
  ])('MHTML: the %s that holds the essay is read, under its own address', async (_, root) => {
    expect(await importable('a.mht', message(root))).toMatchObject([
      {
        title: '石坎',
        originalUrl: `${site}/body.asp?id=12`,
        archivedCopy: { archive: 'mhtml', capturedAt: '2011-07-14T00:30:11Z' },
      },
    ]);
  });

  it('that itself holds title, menu and footer alone gives the text of its frame', async () => {
    const text = `<html><body>${prose}</body></html>`;
    const written = `<iframe srcdoc="${text.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"></iframe>`;
    const root = `<html><head><meta charset="utf-8"><title>石坎</title></head><body><p><a href="/">首页</a> <a href="/x">新闻</a></p><h1>石坎</h1><p>发布日期：2005-07-14</p>${written}<p>版权所有　地址：青石市学府路9号</p></body></html>`;
    const [read] = await importable('a.html', new TextEncoder().encode(root));
    expect(read?.text).toContain('田埂上的石坎要年年修');
  });

  it('is read itself where it is the essay, whatever its frames', async () => {
    expect(await importable('a.mht', message(essay(), '<html><body>广告</body></html>'))).toMatchObject([
      { originalUrl: `${site}/index.asp` },
    ]);
  });

  const escaped = essay().replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const singleFile = `<!--\n Page saved with SingleFile \n url: ${site}/index.asp \n saved date: Thu Jul 14 2011 08:30:11 GMT+0800 (CST)\n-->`;
  it.each([
    ['srcdoc', `<html>${singleFile}<body><iframe srcdoc="${escaped}"></iframe></body></html>`],
    [
      'srcdoc in srcdoc',
      `<html>${singleFile}<body><iframe srcdoc="${`<iframe srcdoc="${escaped}"></iframe>`.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe></body></html>`,
    ],
    [
      'a data: frame',
      `<html>${singleFile}<frameset rows="80,*"><frame src="data:text/html;charset=utf-8,${encodeURIComponent(essay())}"></frameset></html>`,
    ],
  ])('written into it as %s: the essay has the address of the page around it', async (_, html) => {
    expect(await importable('a.html', new TextEncoder().encode(html))).toMatchObject([
      { title: '石坎', originalUrl: `${site}/index.asp` },
    ]);
  });

  it('in a zip: the page of the folder that was saved with it', async () => {
    const zip = zipSync({
      'a/index.htm': new TextEncoder().encode(
        `<!-- saved from url=(0031)${site}/index.asp --><frameset><frame src="index_files/body.htm"></frameset>`,
      ),
      'a/index_files/body.htm': new TextEncoder().encode(
        `<!-- saved from url=(0037)${site}/body.asp?id=12 -->${essay()}`,
      ),
      'a/index_files/top.htm': new TextEncoder().encode(top),
    });
    expect(await importable('a.zip', zip)).toMatchObject([{ title: '石坎', originalUrl: `${site}/body.asp?id=12` }]);
  });
});

const png = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452000000c8000000960802000000', 'hex'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what lies beside a page in an archive', () => {
  it('MAFF: address and moment of index.rdf, images of its folder', async () => {
    const rdf = `<?xml version="1.0"?><RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#"><RDF:Description RDF:about="urn:root">
      <MAF:originalurl RDF:resource="${site}/show.asp?id=12&amp;p=1"/><MAF:archivetime RDF:resource="Thu, 14 Jul 2011 08:30:11 +0800"/>
      <MAF:indexfilename RDF:resource="index.html"/></RDF:Description></RDF:RDF>`;
    const maff = zipSync({
      '1310603411000_1/index.html': bytes(essay('<img src="index_files/a.png" width=200 height=150>')),
      '1310603411000_1/index_files/a.png': png,
      '1310603411000_1/index_files/frame.html': bytes(top),
      '1310603411000_1/index.rdf': bytes(rdf),
    });
    expect(await importable('a.maff', maff)).toMatchObject([
      {
        originalUrl: `${site}/show.asp?id=12&p=1`,
        archivedCopy: { archive: 'maff', capturedAt: '2011-07-14T00:30:11Z' },
        images: 1,
      },
    ]);
  });

  it('ScrapBook: index.dat', async () => {
    const zip = zipSync({
      'data/20110714003011/index.html': bytes(essay('<img src="a.png" width=200 height=150>')),
      'data/20110714003011/a.png': png,
      'data/20110714003011/index.dat': bytes(
        `id\t20110714003011\ntype\t\ntitle\t石坎\nsource\t${site}/show.asp?id=12\n`,
      ),
    });
    expect(await importable('a.zip', zip)).toMatchObject([
      {
        originalUrl: `${site}/show.asp?id=12`,
        archivedCopy: { archive: 'webscrapbook', capturedAt: '2011-07-14' },
        images: 1,
      },
    ]);
  });

  it('HTZ and mirrors: images where the page says', async () => {
    const scrap = essay('<img src="a.png" width=200 height=150>').replace(
      '<html>',
      `<html data-scrapbook-source="${site}/x/show.asp?id=12" data-scrapbook-create="20110714003011000">`,
    );
    expect(await importable('a.htz', zipSync({ 'index.html': bytes(scrap), 'a.png': png }))).toMatchObject([
      { images: 1 },
    ]);
    const mirrored = `<!-- Mirrored from www.qsdx.gov.cn/x/show.htm by HTTrack Website Copier/3.x [XR], Thu, 14 Jul 2005 08:30:11 GMT -->${essay('<img src="../pic/a.png" width=200 height=150>')}`;
    expect(
      await importable(
        'm.zip',
        zipSync({ 'm/www.qsdx.gov.cn/x/show.htm': bytes(mirrored), 'm/www.qsdx.gov.cn/pic/a.png': png }),
      ),
    ).toMatchObject([{ images: 1 }]);
  });

  it('MHTML: images by their ids', async () => {
    const file = bytes(
      `From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: ${site}/show.asp?id=12\r\n\r\n` +
        `${essay('<img src="cid:a.png@x" width=200 height=150>')}\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <a.png@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(png).toString('base64')}\r\n--b--\r\n`,
    );
    expect(await importable('a.mht', file)).toMatchObject([{ images: 1 }]);
  });
});
