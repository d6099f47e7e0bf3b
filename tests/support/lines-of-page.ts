import { isAttachmentLine } from '../../lib/lines/attachment-line.ts';
import { isOfRow, readBylineLine } from '../../lib/lines/bylines/byline-line.ts';
import { readColumnName } from '../../lib/lines/column-name.ts';
import { isCreditSlot } from '../../lib/lines/credit-slot.ts';
import { findBreadcrumb } from '../../lib/lines/find-breadcrumb.ts';
import { judgeImage, letterOf } from '../../lib/lines/images/judge-image.ts';
import { sizeOfImage } from '../../lib/lines/images/known-size.ts';
import { letterOfImage } from '../../lib/lines/images/letter-images.ts';
import { isLinked, type Line, type Passed, readLines } from '../../lib/lines/line.ts';
import { isInPageBox } from '../../lib/lines/page-box.ts';
import { isPagerLine } from '../../lib/lines/pager-line.ts';
import { isProgrammeLine } from '../../lib/lines/programme-line.ts';
import { proseScore } from '../../lib/lines/prose.ts';
import { isTitleRepeat } from '../../lib/lines/title-repeat.ts';
import { smallPage, smallPageUrl } from './small-page.ts';

/** All that is said of a line: its score as prose, what it is, and the names that it gives. */
function saidOf(lines: readonly Line[], line: Line): string {
  const title = lines.find(({ block }) => block.id === 'title');
  const names = readBylineLine(line, lines[line.index + 1]);
  const said: readonly (readonly [name: string, boolean])[] = [
    ['pager', isPagerLine(line)],
    ['attachment', isAttachmentLine(line)],
    ['box', isInPageBox(line)],
    ['slot', isCreditSlot(line)],
    ['programme', isProgrammeLine(lines, line.index)],
    ['repeat', title !== undefined && isTitleRepeat(lines, line.index, title)],
    ['link', isLinked(line)],
    ['row', isOfRow(line)],
  ];
  return [
    String(Math.round(proseScore(line) * 100) / 100),
    ...said.flatMap(([name, holds]) => (holds ? [name] : [])),
    ...(names ? [`by ${names.join('|')}`] : []),
  ].join(' ');
}

/** A line as it was read: its text with the white space around it, size, size in links, element, number of text nodes, letters set as images. */
function readOf({ raw, size, linkSize, block, nodes, letters }: Line): string {
  const placed = [...(letters ?? [])].map(([before, letter]) => ` ${before === null ? 'end' : before.data}=${letter}`);
  return `${JSON.stringify(raw)} ${size} ${linkSize} ${block.tagName} ${nodes.length}${placed.join('')}`;
}

/** An image: what it is judged to be, its size, the letter that its words name, and the one that it stands for. */
function imageOf(image: Element): string {
  const address = image.getAttribute('src') ?? '';
  const size = sizeOfImage(image, address);
  const words = letterOf(image) ?? '–';
  return `${judgeImage(image, address, size)} ${size.width}x${size.height} ${words} ${letterOfImage(image)}`;
}

/**
 * What the lines of a small page are, parted by `¦`: what is said of each; how each was read; the lines of its path; what was passed over; its images; and
 * the column that a list would have here. `.unseen` is seen by nobody, `.skip` is an archive's, `#title` is the essay's title.
 */
export function linesOfPage(markup: string): string {
  const document = smallPage(markup);
  const passed: Passed[] = [];
  const lines = readLines(document.body, {
    isUnseen: ({ className }) => className === 'unseen',
    skip: new Set(document.querySelectorAll('.skip')),
    onPassed: (one) => passed.push(one),
  });
  const title = lines.find(({ block }) => block.id === 'title');
  const page = { document, originalUrl: smallPageUrl, archivedCopy: null, archiveElements: [] };
  return [
    lines.map((line) => saidOf(lines, line)).join(' / '),
    lines.map(readOf).join('/'),
    findBreadcrumb(lines, lines.length)
      .map(({ index }) => index)
      .join(','),
    passed.map(({ kind, element, before }) => `${kind} ${element.tagName} ${before}`).join(','),
    [...document.querySelectorAll('img')].map(imageOf).join('/'),
    readColumnName(page, title?.text ?? '祠堂'),
  ]
    .join(' ¦ ')
    .replace(/水{8,}/g, (run) => `[${run.length}]`);
}
