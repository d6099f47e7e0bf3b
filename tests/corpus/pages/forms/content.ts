import { type Block, paragraph } from '../blocks.ts';
import { adversarialEssays, type OwnEssay, proseEssays, shortEssays, verseEssays } from '../essays.ts';
import type { Form, Markup, Setting } from './form.ts';
import { doubleBreaks } from './markup/breaks.ts';
import { divisions, ideographicIndent, styledIndent } from './markup/paragraphs.ts';
import { wordRuns } from './markup/word.ts';
import { plainBlocks } from './prose.ts';

const anyMarkup: Markup = (blocks, setting) =>
  setting.choose('markup', [doubleBreaks, ideographicIndent, styledIndent, divisions, wordRuns])(blocks, setting);

const stanzas = (essay: OwnEssay): readonly Block[] =>
  essay.paragraphs.map((stanza): Block => ({ type: 'verse', lines: stanza.split('\n') }));

const verseMarkup: Markup = (blocks, { choose }) => {
  const lines = blocks.map((block) => (block.type === 'verse' ? block.lines : []));
  return choose('verse', [
    lines.map((stanza) => `<p align="center">${stanza.join('<br>\n')}</p>`).join('\n'),
    lines.map((stanza) => stanza.join('<br>\n')).join('<br>\n<br>\n'),
    `<center>${lines.map((stanza) => `<p>${stanza.join('<br />')}</p>`).join('')}</center>`,
  ]);
};

/** After the second paragraph: the table's title, and figures that stay a table. */
function withTable(essay: OwnEssay, { choose }: Setting): readonly Block[] {
  const [first, second, ...rest] = essay.paragraphs.map(paragraph);
  const table: Block = {
    type: 'table',
    header: choose('header', [true, false]),
    rows: [
      ['年份', '户数（户）', '面积（亩）', '比重（%）'],
      ['2001', '1204', '3560.5', '41.2'],
      ['2002', '1187', '3498.0', '40.1'],
      ['2003', '1162', '3377.8', '38.7'],
    ],
  };
  const title: Block = { type: 'paragraph', runs: [{ text: `表1　${essay.heads[0]}的变化` }], place: 'centre' };
  return [first, second, title, table, ...rest].filter((block) => block !== undefined);
}

/** An image above the text and one within it, each with its caption. */
function withImages(essay: OwnEssay, { origin, choose }: Setting): readonly Block[] {
  const image = (name: string, alt: string): Block => ({
    type: 'image',
    src: `${origin}/UploadFiles/200506/${name}`,
    alt,
  });
  const caption = (text: string): Block => ({ type: 'paragraph', runs: [{ text }], place: 'centre' });
  const [first, ...rest] = essay.paragraphs.map(paragraph);
  const blocks = [
    image('2005061409123.jpg', choose('alt', ['', essay.heads[0]])),
    caption(`图1　${essay.heads[0]}（${essay.authors[0] ?? ''}摄）`),
    first,
    image('20050614091255.gif', ''),
    caption(`图为${essay.heads[1]}一节所说的情形`),
    ...rest,
  ];
  return blocks.filter((block) => block !== undefined);
}

/** Marks in the text, notes after it, and the author's note. */
function withNotes(essay: OwnEssay, { choose, school }: Setting): readonly Block[] {
  const [one, two] = choose('marks', [
    ['[1]', '[2]'],
    ['①', '②'],
    ['［1］', '［2］'],
  ]);
  const raised = choose('raised', [true, false]);
  const noted = essay.paragraphs.map((text, at): Block => {
    const mark = at === 0 ? one : at === 1 ? two : undefined;
    if (mark === undefined) return paragraph(text);
    return raised ? { type: 'paragraph', runs: [{ text }, { text: mark, mark: 'sup' }] } : paragraph(text + mark);
  });
  return [
    ...noted,
    paragraph(choose('notes', ['注释：', '参考文献：', '注：'])),
    paragraph(`${one} ${essay.notes[0]}`),
    paragraph(`${two} ${essay.notes[1]}`),
    paragraph(choose('author-note', [`（作者系${school}${essay.unit}讲师）`, `（作者单位：${school}${essay.unit}）`])),
  ];
}

/** 一、 and （一） before paragraphs: as plain lines, bold lines, or headings. */
function withHeads(essay: OwnEssay, { choose }: Setting): readonly Block[] {
  const style = choose('heads', ['plain', 'strong', 'heading'] as const);
  const head = (text: string): Block => {
    if (style === 'heading') return { type: 'heading', level: 3, text };
    return style === 'strong' ? { type: 'paragraph', runs: [{ text, mark: 'strong' }] } : paragraph(text);
  };
  const heads = [head(`一、${essay.heads[0]}`), head(`（一）${essay.heads[1]}`), head(`二、${essay.heads[2]}`)];
  const [first, ...rest] = essay.paragraphs.map(paragraph);
  return [first, ...rest.flatMap((block, at) => [heads[at], block])].filter((block) => block !== undefined);
}

/** The body begins with the title and the authors once more. */
function withTitleAndByline(essay: OwnEssay): readonly Block[] {
  return [
    { type: 'boilerplate', text: essay.title, place: 'centre' },
    { type: 'boilerplate', text: essay.authors.join('　'), place: 'centre' },
    ...essay.paragraphs.map(paragraph),
  ];
}

const content = (id: string, essays: readonly OwnEssay[], compose: Form['compose'], markup = anyMarkup): Form => ({
  id,
  essays,
  compose,
  markup,
});

/** Forms that differ in what they hold. */
export const contentForms: readonly Form[] = [
  content('short', shortEssays, plainBlocks),
  content('verse', verseEssays, stanzas, verseMarkup),
  content('data-table', proseEssays, withTable),
  content('images', proseEssays, withImages),
  content('footnotes', proseEssays, withNotes),
  content('numbered', proseEssays, withHeads),
  { ...content('repeated-title', proseEssays, withTitleAndByline), signed: true },
  content('adversarial', adversarialEssays, plainBlocks),
];
