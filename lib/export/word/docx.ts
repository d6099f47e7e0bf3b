import type * as Docx from 'docx';
import { zipOf } from '../../zip/zip-of.ts';
import { latest, NO_MOMENT } from '../book/parts.ts';
import { type CslItem, cslItem } from '../cite/csl.ts';
import { gbtReference } from '../cite/gbt7714.ts';
import { referenceList } from '../cite/references.ts';
import { type Bytes, type FormatOptions, type Records, readerOf } from '../format.ts';
import type { ExportHighlight, ExportRecord } from '../record.ts';
import { essayTitle, headFacts } from '../texts/facts.ts';
import { imagesOf } from '../texts/images.ts';
import { xmlCharacters } from '../xml.ts';
import { type Kit, wordBody } from './body.ts';
import { sameBytes } from './same-bytes.ts';

/** What styles of a document name: type for Latin letters and for Chinese, twelve points in half points, one and a half lines. */
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
const SIZE = 24;
const LINE = 360;

type Block = Docx.Paragraph | Docx.Table;

/**
 * One document for Word and WPS (ECMA-376): each essay begins on a page, its reference by GB/T 7714-2015 in a footnote to the title
 * and to each passage that the reader marked, and all references as a list at the end. Holds all essays at once.
 */
export async function* writeDocx(records: Records, options: FormatOptions = {}): Bytes {
  // Of what else is exported nobody needs it.
  const kit = await import('docx');
  const readHtml = readerOf(options);
  const items: CslItem[] = [];
  const footnotes: Record<string, { readonly children: Docx.Paragraph[] }> = {};
  const children: Block[] = [];
  const authors = new Set<string>();
  let modified = '';
  for await (const record of records) {
    const item = cslItem(record);
    const cite = (): Docx.FootnoteReferenceRun => {
      const number = Object.keys(footnotes).length + 1;
      const text = xmlCharacters(gbtReference(item, { edition: '2015', system: 'numeric' }));
      footnotes[number] = { children: [new kit.Paragraph(text)] };
      return new kit.FootnoteReferenceRun(number);
    };
    const body = readHtml(record.essay.html);
    const images = await imagesOf(record, body);
    children.push(titleOf(kit, record, cite(), items.length > 0), ...factsOf(kit, record));
    children.push(...wordBody(body, { kit, images }), ...ownWordsOf(kit, record.note, await record.highlights(), cite));
    items.push(item);
    for (const author of record.essay.authors) authors.add(author);
    modified = latest(modified, record);
  }
  children.push(...bibliography(kit, items));
  const document = new kit.Document({
    title: xmlCharacters(options.title ?? items[0]?.title ?? '文存'),
    creator: xmlCharacters([...authors].join('、')) || '文存',
    lastModifiedBy: '文存 Wencun',
    footnotes,
    styles: { default: { document: { run: { font, size: SIZE }, paragraph: { spacing: { line: LINE } } } } },
    sections: [{ children }],
  });
  const packed = new Uint8Array(await kit.Packer.toArrayBuffer(document));
  const files = sameBytes(packed, modified || NO_MOMENT);
  yield* zipOf(
    (async function* () {
      yield* files;
    })(),
  );
}

const titleOf = (
  kit: Kit,
  { essay }: ExportRecord,
  cited: Docx.FootnoteReferenceRun,
  newPage: boolean,
): Docx.Paragraph =>
  new kit.Paragraph({
    heading: 'Heading1',
    alignment: 'center',
    pageBreakBefore: newPage,
    children: [new kit.TextRun(xmlCharacters(essayTitle(essay))), cited],
  });

const factsOf = (kit: Kit, record: ExportRecord): readonly Docx.Paragraph[] =>
  headFacts(record).map(([label, value]) => new kit.Paragraph(xmlCharacters(`${label}：${value}`)));

/** The reader's note, and the passages marked as quotations, each with its source. */
function ownWordsOf(
  kit: Kit,
  note: string,
  passages: readonly ExportHighlight[],
  cite: () => Docx.FootnoteReferenceRun,
): readonly Docx.Paragraph[] {
  const lines = note.trim() === '' ? [] : note.trim().split('\n');
  const heading = (text: string) => new kit.Paragraph({ heading: 'Heading2', text });
  const indent = { left: 480 };
  return [
    ...(lines.length === 0 ? [] : [heading('附注')]),
    ...lines.map((line) => new kit.Paragraph(xmlCharacters(line))),
    ...(passages.length === 0 ? [] : [heading('标记')]),
    ...passages.flatMap(({ words, note }) => [
      new kit.Paragraph({
        indent,
        children: [new kit.TextRun(xmlCharacters(`“${words.replace(/\s+/g, ' ')}”`)), cite()],
      }),
      ...(note.trim() === '' ? [] : [new kit.Paragraph(xmlCharacters(note.trim().replace(/\s+/g, ' ')))]),
    ]),
  ];
}

/** The list of references, numbered in the order of the essays; of one essay its reference alone. */
function bibliography(kit: Kit, items: readonly CslItem[]): readonly Docx.Paragraph[] {
  if (items.length === 0) return [];
  const { references } = referenceList(items, 'gbt7714');
  const hanging = { left: 480, hanging: 480 };
  return [
    new kit.Paragraph({ heading: 'Heading1', text: '参考文献', pageBreakBefore: true }),
    ...references.map(({ text }) => new kit.Paragraph({ indent: hanging, text: xmlCharacters(text.trim()) })),
  ];
}
