import { type Block, paragraph, type Run } from '../blocks.ts';
import { type OwnEssay, proseEssays } from '../essays.ts';
import type { Form, Markup, Setting } from './form.ts';
import { doubleBreaks, fontSoup, singleBreaks } from './markup/breaks.ts';
import { divisions, ideographicIndent, mixedSiblings, styledIndent, unclosed } from './markup/paragraphs.ts';
import { preformatted } from './markup/pre.ts';
import { nestedTables } from './markup/tables.ts';
import { wordRuns } from './markup/word.ts';

/** The essay's paragraphs as they are. */
export const plainBlocks = (essay: OwnEssay): readonly Block[] => essay.paragraphs.map(paragraph);

/** The second paragraph's first clause in bold, and a link to a journal's issue at the end. */
function marked(essay: OwnEssay, { origin }: Setting): readonly Block[] {
  const blocks = essay.paragraphs.map((text, at): Block => {
    const stop = text.indexOf('。') + 1;
    if (at !== 1 || stop === 0) return paragraph(text);
    return { type: 'paragraph', runs: [{ text: text.slice(0, stop), mark: 'strong' }, { text: text.slice(stop) }] };
  });
  const runs: Run[] = [
    { text: '（全文另见' },
    { text: '本校学报二〇〇四年第三期', mark: 'a', href: `${origin}/xuebao/200403.htm` },
    { text: '，此处有删节。）' },
  ];
  return [...blocks, { type: 'paragraph', runs }];
}

const prose = (id: string, markup: Markup, compose: Form['compose'] = plainBlocks): Form => ({
  id,
  essays: proseEssays,
  compose,
  markup,
});

/** Forms that differ in their markup. */
export const proseForms: readonly Form[] = [
  prose('br-br', doubleBreaks),
  prose('br-single', singleBreaks),
  prose('p-ideographic', ideographicIndent, marked),
  prose('p-indent', styledIndent, marked),
  prose('divs', divisions),
  prose('mixed', mixedSiblings),
  prose('word', wordRuns, marked),
  prose('nested-table', nestedTables),
  prose('pre', preformatted),
  prose('font-soup', fontSoup),
  prose('unclosed', unclosed),
];
