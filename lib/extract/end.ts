import { closest, parentElementOf } from '../dom/tree.ts';
import { isAttachmentLine } from '../lines/attachment-line.ts';
import { boilerplateKind, isDisclaimer, isEditorLine, isNeighbourLine, opensComments } from '../lines/boilerplate.ts';
import { isAuthorNote, isClosingCredit, isTextNote } from '../lines/credit-line.ts';
import { labelAfter } from '../lines/labels.ts';
import { isLinked, type Line } from '../lines/line.ts';
import { isInPageBox } from '../lines/page-box.ts';
import { isProgrammeLine } from '../lines/programme-line.ts';
import { proseScore } from '../lines/prose.ts';
import { beyondBox } from './box.ts';
import { isReference } from './reference.ts';

/** Prose after a barrier that is more than this share of the essay goes on after a box: the barrier was one within the essay. */
const goesOn = 0.15;
/** After a disclaimer its own sentences follow, however many. */
const goesOnAfterDisclaimer = 0.5;

/** A note on the author (`（作者系…）`) and attachments may stand below the editors' sign-off or the tools: so many lines on. */
const noteReach = 8;

/** Lines up to the readers' comments, which are prose of others. Comments open only after some text. */
export function upToComments(lines: readonly Line[]): readonly Line[] {
  let mass = 0;
  for (const [n, line] of lines.entries()) {
    if (mass >= 80 && opensComments(line.text)) return lines.slice(0, n);
    mass += Math.max(0, proseScore(line));
  }
  return lines;
}

/**
 * The index of an essay's last line among the lines that its element holds: the one before the first barrier (tools, credits,
 * neighbours, a list of links, a footer) after which no prose to speak of follows, or prose of other pages alone.
 */
export function findEnd(lines: readonly Line[]): number {
  const prose = lines.map((line) => (isText(line) ? line.size : 0));
  // Verse has no line that counts as prose: there every plain line is text.
  const masses = prose.some((mass) => mass > 0) ? prose : lines.map((line, n) => (isBarrier(lines, n) ? 0 : line.size));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  let passed = 0;
  // The first barrier since the last text: what stands between it and the one that ends the essay is none of it either.
  let open: number | null = null;
  // Where the text goes on beyond a box of links that is set into it.
  let resumes = 0;
  for (const [n, line] of lines.entries()) {
    const mass = masses[n] ?? 0;
    const text = open === null && n >= resumes ? lines[n - 1] : undefined;
    const beyond = text && masses[n - 1] && beyondBox(lines, n, text);
    if (beyond) resumes = lines.indexOf(beyond);
    const barrier = n >= resumes && isBarrier(lines, n);
    if (mass > 0 && !barrier) open = null;
    else if (barrier) open ??= n;
    const rest = total - passed - mass;
    const share = isDisclaimer(line.text) ? goesOnAfterDisclaimer : goesOn;
    if (
      passed > 0 &&
      barrier &&
      (rest < total * share || (isFloor(line) && rest <= passed) || leadsToOthers(lines, n))
    ) {
      const end = open ?? n;
      const note = lastNote(lines.slice(end, end + noteReach));
      return note?.index ?? withoutTools(lines, end - 1)?.index ?? line.index;
    }
    passed += mass;
  }
  return withoutTools(lines, lines.length - 1)?.index ?? 0;
}

/** The last line up to `at` that is no tool of the page in a block of its own. */
function withoutTools(lines: readonly Line[], at: number): Line | undefined {
  const isTool = (line: Line | undefined, n: number): boolean =>
    line !== undefined && boilerplateKind(line.text) === 'tools' && line.block !== lines[n - 1]?.block;
  let end = at;
  while (end > 0 && isTool(lines[end], end)) end -= 1;
  return lines[end];
}

/** Neighbours and a copyright stand below an essay. */
const isFloor = ({ text }: Line): boolean =>
  isNeighbourLine(text) || (boilerplateKind(text) === 'footer' && !isDisclaimer(text));

/** The last note on the author or attachment among the lines below an essay, above neighbours and footer. */
function lastNote(below: readonly Line[]): Line | undefined {
  const end = below.findIndex((line) => /^(?:tail|footer)$/.test(boilerplateKind(line.text) ?? ''));
  const near = end === -1 ? below : below.slice(0, end);
  return near.findLast((line) => isAuthorNote(line.text) || isAttachmentLine(line));
}

/** The note on the author or the text that stands right below the essay's element, with credits alone before it; undefined without one. */
export function noteBelow(lines: readonly Line[], end: number): Line | undefined {
  const note = lines
    .slice(end + 1, end + 1 + noteReach)
    .find((line) => !isClosingCredit(line.raw) && !isEditorLine(line.text));
  const isNote =
    note !== undefined &&
    note.linkSize === 0 &&
    (isAuthorNote(note.text) || isTextNote(note.text)) &&
    boilerplateKind(note.text) === null;
  return isNote ? note : undefined;
}

/** The lines from `from` on that neither serve, credit nor link: what may still be the essay. */
export function plainRun(lines: readonly Line[], from: number): readonly Line[] {
  const rest = lines.slice(from);
  const end = rest.findIndex(
    (line) => boilerplateKind(line.text) !== null || line.linkSize > 0 || isClosingCredit(line.raw),
  );
  return end === -1 ? rest : rest.slice(0, end);
}

const isText = (line: Line): boolean => proseScore(line) > 10;

/** True for the heading of a list of other pages whose items have summaries: each text below it begins with a link or follows one. */
function leadsToOthers(lines: readonly Line[], n: number): boolean {
  if (boilerplateKind(lines[n]?.text ?? '') !== 'tail') return false;
  const below = lines.findIndex((line, at) => at > n && (isFloor(line) || boilerplateKind(line.text) === 'tools'));
  const end = below === -1 ? lines.length : below;
  const texts = lines.flatMap((line, at) => (at > n && at < end && isText(line) ? [at] : []));
  return texts.length >= 2 && texts.every((at) => follows(lines[at - 1]) || beginsWithLink(lines[at]));
}

const follows = (before: Line | undefined): boolean => before !== undefined && isLinked(before);
const beginsWithLink = (line: Line | undefined): boolean =>
  line !== undefined && line.linkSize > 0 && closest(parentElementOf(line.nodes[0]), 'a[href]') !== null;

/** `标签：移民 水库`, its words linked: what the site files the page under. An essay's own key words are no links. */
const isTagLine = ({ text, size, linkSize }: Line): boolean => {
  const label = linkSize > 0 && size < 120 ? labelAfter(text, 0) : null;
  return label?.kind === 'keywords' && linkSize >= (size - label.word.length) / 2;
};

function isBarrier(lines: readonly Line[], n: number): boolean {
  const line = lines[n];
  const next = lines[n + 1];
  if (!line || isAttachmentLine(line)) return false;
  if (isInPageBox(line) || isTagLine(line)) return true;
  const kind = boilerplateKind(line.text);
  if (kind === 'tools') return isLinked(line) || line.size >= 6 || /[【［[|｜]|分享|打印|关闭/.test(line.text);
  if (kind === 'rating') return false;
  if (kind !== null) return true;
  if (isLinked(line) && line.size < 60 && !isReference(lines, n))
    return next === undefined || (isLinked(next) && !isAttachmentLine(next));
  return isClosingCredit(line.raw) && !isProgrammeLine(lines, n);
}
