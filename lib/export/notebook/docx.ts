import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { xmlCharacters } from '../xml.ts';
import { byEssay, type NotebookLine, type NotebookWords } from './notebook-line.ts';

/** Twentieths of a point that a quotation is set in from the left. */
const QUOTED = 480;

const lines = (text: string): readonly string[] =>
  xmlCharacters(text)
    .split(/\s*\n\s*/u)
    .filter((line) => line !== '');

/** The notebook as a Word document: headings by essay, passages as quotations whose end leads to their words. */
export async function notebookDocx(
  entries: readonly NotebookLine[],
  { title }: NotebookWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const essays = byEssay(entries).flatMap((group) => {
    const [first] = group;
    return [
      new Paragraph({ text: xmlCharacters(first?.title ?? ''), heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ children: [new TextRun({ text: xmlCharacters(first?.citation ?? ''), size: 18 })] }),
      ...group.flatMap(entryParagraphs),
    ];
  });
  const document = new Document({
    title,
    // Word takes the East Asian face of the reader's own machine.
    styles: { default: { document: { run: { size: 22, font: { ascii: 'Times New Roman', eastAsia: '宋体' } } } } },
    sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...essays] }],
  });
  const blob = await Packer.toBlob(document);
  return new Uint8Array(await blob.arrayBuffer());
}

function entryParagraphs({ words, note, address }: NotebookLine): Paragraph[] {
  const quoted = lines(words).map(
    (line, at, all) =>
      new Paragraph({
        indent: { left: QUOTED },
        spacing: { before: 120 },
        children: [
          new TextRun({ text: line }),
          ...(at === all.length - 1 && address !== null
            ? [
                new ExternalHyperlink({
                  link: xmlCharacters(address),
                  children: [new TextRun({ text: ' ↗', style: 'Hyperlink' })],
                }),
              ]
            : []),
        ],
      }),
  );
  return [...quoted, ...lines(note).map((line) => new Paragraph({ text: line, spacing: { before: 80 } }))];
}
