import { strFromU8, strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { sameBytes } from '../../../lib/export/word/same-bytes.ts';

/** A document as the library packs it, whose two links have these names. */
const packed = (one: string, other: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:hyperlink r:id="rId${one}"/><w:hyperlink r:id="rId${other}"/>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationship Id="rId${other}"/><Relationship Id="rId${one}"/>`),
  });

const texts = (bytes: Uint8Array): readonly string[] =>
  sameBytes(bytes, '2026-11-24T08:00:01Z').map(({ name, bytes: file }) => `${name} ${strFromU8(file)}`);

it.each([
  ['letters', 'abcdefghijklmnopqrstu', 'bcdefghijklmnopqrstuv'],
  ['a hyphen at their end', 'abcdefghijklmnopqrst-', 'bcdefghijklmnopqrst--'],
  ['a hyphen at their beginning', '-abcdefghijklmnopqrst', '--bcdefghijklmnopqrst'],
  ['lines', '____________________a', 'a____________________'],
])('numbers links whose names of chance have %s', (_, one, other) => {
  expect(texts(packed(one, other))).toEqual([
    'word/document.xml <w:hyperlink r:id="rIdLink1"/><w:hyperlink r:id="rIdLink2"/>',
    'word/_rels/document.xml.rels <Relationship Id="rIdLink2"/><Relationship Id="rIdLink1"/>',
  ]);
});

it('leaves words of an essay alone that look like such a name', () => {
  const text = '<w:t>rIdabcdefghijklmnopqrstu</w:t>';
  expect(texts(zipSync({ 'word/document.xml': strToU8(text) }))).toEqual([`word/document.xml ${text}`]);
});
