import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { parseXml, written } from './reading.ts';
import { sampleRecord } from './sample-record.ts';

const [picture, gone] = ['http://a.example/1.png', 'http://a.example/2.png'];
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const hostile =
  '<p onclick="a()">甲 &amp; &lt;乙&gt;\u0001<br>丙<script>a()</script></p><ul>散<li>一</li><p>二</p></ul>' +
  `<p><img src="${picture}" alt="图一"><img src="${gone}" alt=""><a href="http://a.example/x y[1]">链</a></p>` +
  '<table><tr><td colspan="2" rowspan="x">格</td></tr></table>';
const records: readonly ExportRecord[] = [
  sampleRecord(),
  {
    ...sampleRecord({ title: '甲 & <乙>', html: hostile }),
    id: 'fedcba9876543210fedcba98',
    note: '再读\n两遍',
    images: async () => [{ address: picture, type: 'image/png', takenAt: '2026', bytes: png }],
  },
];

async function open(given: readonly ExportRecord[] = records) {
  const bytes = await written('epub', given, { title: '县域文选' });
  const files = unzipSync(bytes);
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  return { bytes, files, text, xml: (name: string) => parseXml(text(name)) };
}

const attributes = (nodes: Iterable<Element>, name: string): string[] =>
  [...nodes].map((node) => node.getAttribute(name) ?? '');

describe('EPUB', () => {
  it('begins with its type, stored, and tells where the package is', async () => {
    const { bytes, xml } = await open();
    expect(new TextDecoder('latin1').decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect([bytes[8], bytes[9]]).toEqual([0, 0]);
    expect(xml('META-INF/container.xml').querySelector('rootfile')?.getAttribute('full-path')).toBe('EPUB/package.opf');
  });

  it('has a package with all that a package must say', async () => {
    const opf = (await open()).xml('EPUB/package.opf');
    const root = opf.documentElement;
    expect(root.getAttribute('version')).toBe('3.0');
    const id = opf.getElementById(root.getAttribute('unique-identifier') ?? '');
    expect(id?.textContent).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const text = (name: string) => [...opf.getElementsByTagName(name)].map((node) => node.textContent);
    expect(text('dc:title')).toEqual(['县域文选']);
    expect(text('dc:language')).toEqual(['zh']);
    expect(text('dc:creator')).toEqual(['周望川', '林砚秋']);
    expect(opf.querySelector('[property="dcterms:modified"]')?.textContent).toBe('2026-11-24T08:00:01Z');
  });

  it('lists every file once in its manifest, and its pages in order in the spine', async () => {
    const { files, xml } = await open();
    const opf = xml('EPUB/package.opf');
    const items = [...opf.querySelectorAll('manifest > item')];
    const hrefs = attributes(items, 'href');
    const inZip = Object.keys(files).filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf'));
    expect(hrefs.map((href) => `EPUB/${href}`).toSorted()).toEqual(inZip.toSorted());
    const ids = attributes(items, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const spine = attributes(opf.querySelectorAll('spine > itemref'), 'idref');
    expect(spine.map((id) => hrefs[ids.indexOf(id)])).toEqual([
      'title.xhtml',
      'nav.xhtml',
      'text/00001.xhtml',
      'text/00002.xhtml',
    ]);
    expect(attributes(opf.querySelectorAll('[properties="nav"]'), 'href')).toEqual(['nav.xhtml']);
  });

  it('leads from its contents to each essay, and to nothing that is not there', async () => {
    const { files, xml } = await open();
    const pages = Object.keys(files).filter((name) => name.endsWith('.xhtml'));
    expect(pages).toHaveLength(4);
    for (const page of pages) {
      const document = xml(page);
      const links = [
        ...attributes(document.querySelectorAll('a[href], link'), 'href'),
        ...attributes(document.querySelectorAll('img'), 'src'),
      ];
      const within = links
        .filter((link) => !/^https?:/.test(link))
        .map((link) => new URL(link, `x:/${page}`).pathname.slice(1));
      expect(within.filter((name) => !(name in files))).toEqual([]);
      const ids = attributes(document.querySelectorAll('[id]'), 'id');
      expect(new Set(ids).size).toBe(ids.length);
      expect(document.documentElement.getAttribute('xml:lang')).toBe('zh');
    }
    const entries = [...xml('EPUB/nav.xhtml').querySelectorAll('nav li a')].map((a) => [
      a.getAttribute('href'),
      a.textContent,
    ]);
    expect(entries).toEqual([
      ['title.xhtml', '县域文选'],
      ['text/00001.xhtml', '论县域经济的转型　周望川、林砚秋'],
      ['text/00002.xhtml', '甲 & <乙>　周望川、林砚秋'],
    ]);
  });

  it('holds an essay clean and well-formed, with its images', async () => {
    const { files, xml } = await open();
    const page = xml('EPUB/text/00002.xhtml');
    expect(page.querySelector('h1')?.textContent).toBe('甲 & <乙>');
    expect(page.querySelector('.text p')?.textContent).toBe('甲 & <乙>丙');
    expect([...page.querySelectorAll('ul > *')].map((item) => `${item.localName}:${item.textContent}`)).toEqual([
      'li:散',
      'li:一',
      'li:二',
    ]);
    expect(page.querySelectorAll('script, [onclick], [rowspan]')).toHaveLength(0);
    expect(page.querySelector('td')?.getAttribute('colspan')).toBe('2');
    const [image, ...others] = page.querySelectorAll('img');
    expect(others).toEqual([]);
    expect(image?.getAttribute('alt')).toBe('图一');
    expect(files[`EPUB/text/${image?.getAttribute('src')}`.replace('text/../', '')]).toEqual(png);
    expect(attributes(page.querySelectorAll('.text a'), 'href')).toEqual([gone, 'http://a.example/x%20y%5B1%5D']);
    expect([...page.querySelectorAll('.note p')].map((p) => p.textContent)).toEqual(['再读', '两遍']);
  });

  it('is a book even of no essay', async () => {
    const { xml } = await open([]);
    expect(xml('EPUB/nav.xhtml').querySelectorAll('nav li')).toHaveLength(1);
    expect(xml('EPUB/package.opf').querySelectorAll('spine > itemref')).toHaveLength(2);
  });
});

describe('a book that nobody named', () => {
  const titleOf = async (records: readonly ExportRecord[]): Promise<string> => {
    const bytes = await written('epub', records);
    const names = unzipSync(bytes);
    return /<dc:title>(.*?)<\/dc:title>/.exec(new TextDecoder().decode(names['EPUB/package.opf']))?.[1] ?? '';
  };

  it('is called by what it holds', async () => {
    const one = (title: string, authors: readonly string[]) => sampleRecord({ title, authors });
    expect(await titleOf([one('甲论', ['王芳'])])).toBe('甲论');
    expect(await titleOf([one('甲论', ['王芳']), one('乙论', ['王芳'])])).toBe('王芳文2篇');
    expect(await titleOf([one('甲论', ['王芳']), one('乙论', ['李明'])])).toBe('《甲论》等2篇');
  });
});
