import type { ExportRecord } from '../record.ts';
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

/** The reader's note, line by line. */
const noteOf = (note: string): string =>
  note.trim() === ''
    ? ''
    : `<aside class="note">\n${note
        .trim()
        .split('\n')
        .map((line) => `<p>${escapeXml(line)}</p>\n`)
        .join('')}</aside>\n`;

/** An essay as an article of XHTML: title, what is known of it, body, the reader's note, and where it is from. */
export function articleOf(record: ExportRecord, body: DocumentFragment, sourceOf: SourceOf): string {
  const head = `<h1>${escapeXml(essayTitle(record.essay))}</h1>\n${list('facts', headFacts(record))}`;
  const foot = list('facts', footFacts(record));
  const text = `<section class="text">\n${xhtmlOf(body, sourceOf)}\n</section>\n`;
  return `<article>\n<header>\n${head}</header>\n${text}${noteOf(record.note)}${foot === '' ? '' : `<footer>\n${foot}</footer>\n`}</article>\n`;
}
