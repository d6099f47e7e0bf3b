import { boilerplateKind, opensComments } from '../lines/boilerplate.ts';
import { isAuthorNote, isClosingCredit } from '../lines/credit-line.ts';
import type { Line } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';

/** Prose after a barrier that is more than this share of the essay goes on after a box: the barrier was one within the essay. */
const goesOn = 0.15;

/** A note on the author (`（作者系…）`) may stand below the editors' sign-off or the tools: so many lines on. */
const noteReach = 5;

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
 * neighbours, a list of links, a footer) after which no prose to speak of follows.
 */
export function findEnd(lines: readonly Line[]): number {
  const prose = lines.map((line) => (isText(line) ? line.size : 0));
  // Verse has no line that counts as prose: there every plain line is text.
  const masses = prose.some((mass) => mass > 0) ? prose : lines.map((line, n) => (isBarrier(lines, n) ? 0 : line.size));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  let passed = 0;
  for (const [n, line] of lines.entries()) {
    const rest = total - passed - (masses[n] ?? 0);
    if (passed > 0 && rest < total * goesOn && isBarrier(lines, n)) {
      const note = lines.slice(n, n + noteReach).findLast((below) => isAuthorNote(below.text));
      return note?.index ?? lines[n - 1]?.index ?? line.index;
    }
    passed += masses[n] ?? 0;
  }
  return lines.at(-1)?.index ?? 0;
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

function isBarrier(lines: readonly Line[], n: number): boolean {
  const line = lines[n];
  const next = lines[n + 1];
  if (!line) return false;
  const linked = line.linkSize / line.size > 0.6;
  if (boilerplateKind(line.text) === 'tools')
    return linked || line.size >= 6 || /[【［[|｜]|分享|打印|关闭/.test(line.text);
  if (boilerplateKind(line.text) === 'rating') return false;
  if (boilerplateKind(line.text) !== null) return true;
  if (linked && line.size < 60) return next === undefined || next.linkSize / next.size > 0.6;
  return isClosingCredit(line.raw);
}
