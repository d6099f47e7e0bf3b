import { escapeHtml } from '../../essay/escape-html.ts';
import type { CslItem } from '../cite/csl.ts';
import { referenceList } from '../cite/references.ts';
import { escapeMarkdown } from '../texts/markdown-escape.ts';
import { chicagoNote, type Romanise } from './chicago.ts';
import { passageAddress } from './passage-address.ts';
import type { QuoteForm } from './quote-forms.ts';

/** A passage of a work, with the reader's note on it (`''` for none). */
export interface Quotation {
  readonly words: string;
  readonly note: string;
  readonly work: CslItem;
}

/** A passage with its citation and the address that leads to it, as text, and as rich text where people are to read it. */
export interface Quoted {
  readonly text: string;
  readonly html: string | null;
}

const quoted = (words: string): string => `“${words.trim().replace(/\s*\n\s*/gu, ' ')}”`;

/** `王小明《题名》，学习时报，2005-03-01`. */
function plainSource({ author = [], title, issued, 'container-title': container }: CslItem): string {
  const date = issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
  return [`${author.map(({ literal }) => literal).join('、')}《${title}》`, container, date].filter(Boolean).join('，');
}

function markdownQuote({ words, note, work }: Quotation): string {
  const address = passageAddress(work, words);
  const lines = words.trim().split('\n').map(escapeMarkdown);
  const source = escapeMarkdown(plainSource(work));
  return [
    ...lines.flatMap((line) => [`> ${line}`, '>']),
    `> —— ${address === null ? source : `[${source}](<${address.replaceAll('>', '%3E')}>)`}`,
    ...(note === '' ? [] : ['', escapeMarkdown(note)]),
  ].join('\n');
}

/** The citation of a work alone, as its form has it. */
export function citationOf(work: CslItem, form: QuoteForm, romanise: Romanise): string {
  if (form === 'chicago') return chicagoNote(work, romanise);
  return form === 'gbt' ? referenceList([work], 'gbt7714').text.trim() : plainSource(work);
}

/** A passage in a form, ready to be pasted. */
export function quotePassage(quotation: Quotation, form: QuoteForm, romanise: Romanise): Quoted {
  const { words, note, work } = quotation;
  if (form === 'markdown') return { text: markdownQuote(quotation), html: null };
  const address = passageAddress(work, words);
  const lines = [`${quoted(words)}${form === 'plain' ? `——${citationOf(work, form, romanise)}` : ''}`];
  if (form !== 'plain') lines.push(citationOf(work, form, romanise));
  if (address !== null) lines.push(address);
  if (note !== '') lines.push(note);
  const html = lines.map((line) =>
    line === address
      ? `<p><a href="${escapeHtml(line)}">${escapeHtml(shortened(line))}</a></p>`
      : `<p>${escapeHtml(line)}</p>`,
  );
  return { text: lines.join('\n'), html: html.join('\n') };
}

/** An address as it is shown: without the fragment, whose numbers nobody reads. */
const shortened = (address: string): string => address.replace(/#:~:.*$/su, '');
