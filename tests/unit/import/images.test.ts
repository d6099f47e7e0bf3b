import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chosenFiles } from '../../../entrypoints/library/import/dropped-files.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { listImages } from '../../../lib/collection/images/images.ts';
import { type ImportOptions, importPages } from '../../../lib/import/import-pages.ts';
import type { OpenBytes } from '../../../lib/import/open-source.ts';
import { createSetReader } from '../../../lib/import/set-reader.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { encodeAs } from '../../corpus/encode.ts';
import { rainfallGif } from '../../corpus/portal/images.ts';
import { nbdxEssayPage } from '../../corpus/portal/pages.ts';
import { pictureAddresses, picturedEssay, pictures } from '../../corpus/portal/pictured.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';

const open: OpenBytes = (bytes, address, charset) => openPage(bytes, address, charset === null ? {} : { charset });
const html = nbdxEssayPage(picturedEssay);
const page = encodeAs(html, 'gb18030');
const [terraces = '', rain = '', lost = ''] = pictureAddresses;
const bytesAt = (address: string): Uint8Array<ArrayBuffer> =>
  pictures.get(new URL(address).pathname) ?? new Uint8Array();
const fileOf = (bytes: Uint8Array, name: string): SourceFile => ({ name, blob: new Blob([new Uint8Array(bytes)]) });
const stored = async (collection: Collection, files: readonly SourceFile[], options: Partial<ImportOptions> = {}) => {
  const ids: (string | null)[] = [];
  for await (const { id } of importPages(collection, files, { reader: createSetReader(open), ...options }))
    ids.push(id);
  const rows = expectValue(await listImages(collection, ids[0] ?? ''));
  return rows.map(({ address, type, bytes }) => [address, type, bytes?.byteLength]);
};
const both = [
  [rain, 'image/gif', bytesAt(rain).byteLength],
  [terraces, 'image/png', bytesAt(terraces).byteLength],
];

describe('the images of a WARC', () => {
  const record = (address: string, type = 'image/x-unknown', body = bytesAt(address)) =>
    warcRecord({ address, body, http: ['HTTP/1.1 200 OK', `Content-Type: ${type}`] });
  const essay = warcRecord({ address: sampleUrls.pictured, body: page });

  it.each([
    ['before', [record(terraces), record(rain), essay]],
    ['after', [essay, record(terraces), record(rain)]],
    ['around', [record(rain), essay, record(terraces)]],
  ])('are stored with the essay when they stand %s it', async (_, records) =>
    expect(await stored(emptyCollection(), [fileOf(warcFile(records, true), 'w.warc.gz')])).toEqual(both),
  );

  it('may stand in another file', async () => {
    const files = [fileOf(warcFile([essay]), 'a.warc'), fileOf(warcFile([record(terraces), record(rain)]), 'b.warc')];
    expect(await stored(emptyCollection(), files)).toEqual(both);
  });

  it('are none when they are error pages, gone, or no images', async () => {
    const gone = warcRecord({
      address: terraces,
      body: bytesAt(terraces),
      http: ['HTTP/1.1 404 Not Found', 'Content-Type: image/png'],
    });
    const svg = record(rain, 'image/svg+xml', new Uint8Array(encodeAs('<svg/>', 'gb18030')));
    const other = record('http://www.nbdx.cn/images/top.gif', 'image/gif', rainfallGif(9, 9));
    expect(await stored(emptyCollection(), [fileOf(warcFile([gone, essay, svg, other]), 'w.warc')])).toEqual([]);
  });

  it('are stored with an essay that is kept already', async () => {
    const collection = emptyCollection();
    await stored(collection, [fileOf(warcFile([essay]), 'w.warc')]);
    expect(await stored(collection, [fileOf(warcFile([record(terraces), essay, record(rain)]), 'x.warc')])).toEqual(
      both,
    );
  });

  it('are left where the reader wants none', async () => {
    const warc = fileOf(warcFile([record(terraces), essay]), 'w.warc');
    expect(await stored(emptyCollection(), [warc], { images: false })).toEqual([]);
  });
});

describe('the images of an MHTML file', () => {
  const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const mhtml = (prefix: string): Uint8Array =>
    encodeAs(
      [
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n',
        `--b\nContent-Type: text/html; charset=gb18030\nContent-Location: ${prefix.replace('im_', '')}${sampleUrls.pictured}\n\n${html}`,
        `--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: ${prefix}${terraces}\n\n${base64(bytesAt(terraces))}`,
        `--b\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\nContent-Location: ${prefix}${rain}\n\n${base64(bytesAt(rain))}`,
        '--b--\n',
      ]
        .join('\n')
        .replace(/\r?\n/g, '\r\n'),
      'gb18030',
    );

  it.each([
    ['a live page', ''],
    ['a replay', 'https://web.archive.org/web/20070702205327im_/'],
  ])('of %s are its parts', async (_, prefix) =>
    expect(await stored(emptyCollection(), [fileOf(mhtml(prefix), 'a.mht')])).toEqual(both),
  );
});

describe('the images of a saved page', () => {
  const saved = encodeAs(
    `<!-- saved from url=(0034)${sampleUrls.pictured} -->\r\n${html.replaceAll(/\/upfile\/200609\//g, '梯田_files/')}`,
    'gb18030',
  );
  const files = {
    '存/梯田.htm': saved,
    '存/梯田_files/terraces.png': bytesAt(terraces),
    '存/梯田_files/rain.gif': bytesAt(rain),
  };
  const beside = [
    [`${sampleUrls.pictured}#${encodeURI('梯田_files/rain.gif')}`, 'image/gif', bytesAt(rain).byteLength],
    [`${sampleUrls.pictured}#${encodeURI('梯田_files/terraces.png')}`, 'image/png', bytesAt(terraces).byteLength],
  ];

  it('lie in the folder beside it', async () => {
    const chosen = Object.entries(files).map(([path, bytes]) =>
      Object.defineProperty(new File([new Uint8Array(bytes)], path.replace(/^.*\//, '')), 'webkitRelativePath', {
        value: path,
      }),
    );
    const sources = chosenFiles(chosen);
    expect(sources.filter(({ passed }) => passed === undefined).map(({ name }) => name)).toEqual(['存/梯田.htm']);
    expect(await stored(emptyCollection(), sources)).toEqual(beside);
  });

  it('lie beside it in a zip', async () =>
    expect(await stored(emptyCollection(), [fileOf(zipSync(files), 'z.zip')])).toEqual(beside));

  it('keep their places where the folder did not come along', async () =>
    expect(await stored(emptyCollection(), [fileOf(saved, '梯田.htm')])).toEqual([]));
});

it('an essay names the image that its page has lost', () => expect(html).toContain(new URL(lost).pathname));
