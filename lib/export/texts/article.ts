import type { ExportHighlight, ExportRecord } from '../record.ts';
import { escapeXml } from '../xml.ts';
import { essayTitle, type Fact, footFacts, headFacts } from './facts.ts';
import { type SourceOf, xhtmlAddress, xhtmlOf } from './xhtml.ts';

/** A fact's value, an address as a link. */
function shownValue(value: string): string {
  const address = /^https?:\/\/\S+$/i.test(value) ? xhtmlAddress(value) : null;
  return address === null ? escapeXml(value) : `<a href="${escapeXml(address)}">${escapeXml(value)}</a>`;
}

const list = (name: string, facts: readonly Fact[]): string =>
  facts.length === 0
    ? ''
    : `<dl class="${name}">\n${facts.map(([label, value]) => `<dt>${label}</dt><dd>${shownValue(value)}</dd>\n`).join('')}</dl>\n`;

const paragraphs = (text: string): string =>
  text.trim() === ''
    ? ''
    : text
        .trim()
        .split('\n')
        .map((line) => `<p>${escapeXml(line)}</p>\n`)
        .join('');

/** The reader's note line by line, and each marked passage with the note on it. */
function ownWordsOf(note: string, passages: readonly ExportHighlight[]): string {
  const marked = passages.map(
    ({ colour, words, note }) =>
      `<blockquote class="mark ${colour}">\n${paragraphs(words)}</blockquote>\n${paragraphs(note)}`,
  );
  const own = paragraphs(note) + marked.join('');
  return own === '' ? '' : `<aside class="note">\n${own}</aside>\n`;
}

/** An essay as an article of XHTML: title, what is known of it, body, the reader's note and marked passages, and where it is from. */
export async function articleOf(record: ExportRecord, body: DocumentFragment, sourceOf: SourceOf): Promise<string> {
  const head = `<h1>${escapeXml(essayTitle(record.essay))}</h1>\n${list('facts', headFacts(record))}`;
  const foot = list('facts', footFacts(record));
  const own = ownWordsOf(record.note, await record.highlights());
  const text = `<section class="text">\n${xhtmlOf(body, sourceOf)}\n</section>\n`;
  return `<article>\n<header>\n${head}</header>\n${text}${own}${foot === '' ? '' : `<footer>\n${foot}</footer>\n`}</article>\n`;
}
