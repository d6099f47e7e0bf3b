import ts from 'typescript';
import { groupBy } from './group.ts';
import type { Mutant } from './mutant.ts';

/** A text that goes in at a position: at one position, those of a lower rank first. */
interface Insertion {
  readonly at: number;
  readonly rank: number;
  readonly text: string;
}

/** Longest range that ranks tell apart, in characters. */
const longest = 1_000_000;
/** At one position: ends of ranges (shorter ones first), of notes, of blocks; then what opens, longer ranges first. */
const rank = {
  close: (length: number): number => length - 9 * longest,
  closeNote: -7 * longest,
  closeBlock: -6 * longest,
  note: -5 * longest,
  openBlock: -4 * longest,
  openNote: -3 * longest,
  open: (length: number): number => -length,
} as const;

const isLoop = (node: ts.Node): node is ts.IterationStatement => ts.isIterationStatement(node, false);

/** A range that is wrapped: what opens before it and closes after it. */
const around = (start: number, end: number, open: string, close: string): Insertion[] => [
  { at: start, rank: rank.open(end - start), text: open },
  { at: end, rank: rank.close(end - start), text: close },
];

/** Notes that the module runs, at the start of each function and of each round of a loop. */
function noteEntries(file: ts.SourceFile, note: string): Insertion[] {
  const notes: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    const body = ts.isFunctionLike(node) && 'body' in node ? node.body : isLoop(node) ? node.statement : undefined;
    if (body !== undefined && ts.isBlock(body))
      notes.push({ at: body.getStart(file) + 1, rank: rank.note, text: `${note};` });
    else if (body !== undefined && isLoop(node)) {
      notes.push(...around(body.getStart(file), body.getEnd(), `{${note};`, '}'));
    } else if (body !== undefined) {
      notes.push({ at: body.getStart(file), rank: rank.openNote, text: `(${note},` });
      notes.push({ at: body.getEnd(), rank: rank.closeNote, text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return notes;
}

/** The switches of the mutants that share one range. */
function switchFor(mutants: readonly Mutant[]): Insertion[] {
  const [{ start, end, form } = { start: 0, end: 0, form: 'block' }] = mutants;
  if (form === 'block') {
    const ids = mutants.map(({ id }) => `__mutant(${id})`).join('||');
    return [
      { at: start + 1, rank: rank.openBlock, text: `if(${ids}){}else{` },
      { at: end - 1, rank: rank.closeBlock, text: '}' },
    ];
  }
  const cases = mutants.map(({ id, replacement }) => `__mutant(${id})?(${replacement}):`).join('');
  return around(start, end, `(${cases}(`, '))');
}

/**
 * A module with all its mutants compiled in. `__mutant(id)` says whether one is on, `__entered(path)` notes that
 * the module runs; both are globals that the worker sets up (switchboard.ts).
 */
export function instrument(path: string, text: string, mutants: readonly Mutant[]): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const byRange = groupBy(mutants, ({ start, end, form }) => `${start}-${end}-${form}`);
  const insertions = [...noteEntries(file, `__entered('${path}')`), ...[...byRange.values()].flatMap(switchFor)];
  let out = '';
  let from = 0;
  for (const { at, text: inserted } of insertions.toSorted((a, b) => a.at - b.at || a.rank - b.rank)) {
    out += text.slice(from, at) + inserted;
    from = at;
  }
  return out + text.slice(from);
}
