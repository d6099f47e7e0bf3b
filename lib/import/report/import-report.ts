import type { Target } from '../../collection/actions/file-into.ts';
import type { MergeRecord } from '../../collection/backup/merging/take-back-merge.ts';
import { type ImportItem, type ImportReason, lost } from '../import-item.ts';
import type { SourceFile } from '../sources/source.ts';

/** What became of an import, to be looked at again later. */
export interface ImportReport {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** Null while it works, and for one that was cut off with its window. */
  readonly endedAt: string | null;
  /** True where the reader ended it. */
  readonly stopped: boolean;
  /** True where the library was made anew under it, which ended it. */
  readonly anew?: true;
  /** Names of the first files, and how many there were. */
  readonly sources: readonly string[];
  readonly files: number;
  /** Where the essays went. */
  readonly into?: Target;
  /** The name of a collection that was to be made for them, and could not be. */
  readonly unmade?: string;
  /** Ids of the essays that were kept, and of those that were there already. */
  readonly kept: readonly string[];
  readonly there: readonly string[];
  /** Essays that were kept without some of their pages. */
  readonly incomplete: number;
  /** What became of each page, file and entry, in the order of the files: at most `mostItems`. */
  readonly items: readonly ImportItem[];
  /** How many more there were. */
  readonly more: number;
  /** A collection file that somebody handed over was merged, which can be taken back as long as that is remembered. */
  readonly merged?: true;
  /** When that was taken back: UTC, ISO 8601. */
  readonly takenBackAt?: string;
}

/** Items of a report that are named: more than anyone reads through, and some megabytes. */
const mostItems = 50_000;
/** Files that a report is called by. */
const NAMED = 20;

/** Takes in what becomes of each item. */
export interface ReportWriter {
  readonly take: (item: ImportItem) => void;
  /** Tells that the library was made anew, and which essays went with the one before. */
  readonly lose: (gone: ReadonlySet<string>) => void;
  /** The report as it stands. */
  readonly report: (ended?: { readonly at: string; readonly stopped: boolean }) => ImportReport;
}

/** Begins the report of an import of these files. */
export function reportOf(
  files: readonly SourceFile[],
  id: string,
  startedAt: string,
  { into, unmade }: { readonly into?: Target | undefined; readonly unmade?: string | undefined } = {},
): ReportWriter {
  const read = files.filter(({ passed }) => passed === undefined);
  const items: ImportItem[] = [];
  const state = { kept: [] as string[], there: [] as string[], incomplete: 0, more: 0, anew: false };
  return {
    take(item) {
      if (items.length < mostItems) items.push(item);
      else state.more += 1;
      if (item.id === null) return;
      if (item.result === 'already-there') state.there.push(item.id);
      if (item.result !== 'kept') return;
      state.kept.push(item.id);
      if (item.missing > 0) state.incomplete += 1;
    },
    lose(gone) {
      state.anew = true;
      for (const [at, item] of items.entries()) {
        if (item.id === null || !gone.has(item.id)) continue;
        items[at] = lost(item.name, 'not-stored', 'library-anew', item.title);
        if (item.result === 'kept' && item.missing > 0) state.incomplete -= 1;
      }
      state.kept = state.kept.filter((id) => !gone.has(id));
      state.there = state.there.filter((id) => !gone.has(id));
    },
    report: (ended) => ({
      id,
      startedAt,
      endedAt: ended?.at ?? null,
      stopped: ended?.stopped ?? false,
      ...(state.anew && { anew: true }),
      sources: read.slice(0, NAMED).map(({ name }) => name),
      files: read.length,
      ...(into && { into }),
      ...(unmade && { unmade }),
      kept: [...new Set(state.kept)],
      there: [...new Set(state.there)],
      incomplete: state.incomplete,
      items: [...items],
      more: state.more,
    }),
  };
}

/** The report of a merge: what it added came in, and what it changed was there. */
export const reportOfMerge = (
  { added, changed }: MergeRecord,
  source: string,
  id: string,
  times: { readonly startedAt: string; readonly endedAt: string },
): ImportReport => ({
  id,
  ...times,
  stopped: false,
  sources: [source],
  files: 1,
  kept: added,
  there: [...new Set(changed.map(({ before }) => before.id))],
  incomplete: 0,
  items: [],
  more: 0,
  merged: true,
});

/** A report after some of its items were tried once more: what became of them stands in the place of what was told before. */
export function withOutcomes(report: ImportReport, outcomes: readonly ImportItem[]): ImportReport {
  const byName = new Map(outcomes.map((item) => [item.name, item]));
  const idsOf = (result: ImportItem['result']): string[] =>
    outcomes.flatMap((item) => (item.result === result && item.id !== null ? [item.id] : []));
  return {
    ...report,
    items: report.items.map((item) => (item.id === null ? (byName.get(item.name) ?? item) : item)),
    kept: [...new Set([...report.kept, ...idsOf('kept')])],
    there: [...new Set([...report.there, ...idsOf('already-there')])],
  };
}

/** Items of one reason. */
export interface ReasonGroup {
  readonly reason: ImportReason;
  readonly items: readonly ImportItem[];
}

/** Reasons by what the reader can do about them: first what can be kept all the same, last what belongs to pages. */
const order: readonly ImportReason[] = ['library-anew', 'not-filed', 'not-an-essay', 'nothing-to-read', 'not-reached'];
const last: readonly ImportReason[] = ['error-page', 'revisit', 'other-kind', 'companion'];

const rankOf = (reason: ImportReason): number => {
  if (last.includes(reason)) return order.length + 1 + last.indexOf(reason);
  const rank = order.indexOf(reason);
  return rank < 0 ? order.length : rank;
};

/** The items that something is to be told of, by reason; the largest group first among those alike. */
export function groupsOf(items: readonly ImportItem[]): readonly ReasonGroup[] {
  const groups = new Map<ImportReason, ImportItem[]>();
  for (const item of items) {
    if (item.reason === null) continue;
    const group = groups.get(item.reason);
    if (group === undefined) groups.set(item.reason, [item]);
    else group.push(item);
  }
  return [...groups]
    .map(([reason, list]) => ({ reason, items: list }))
    .toSorted((a, b) => rankOf(a.reason) - rankOf(b.reason) || b.items.length - a.items.length);
}

/** True for an item that the reader may have kept all the same: a page with a text that was not recognised. */
export const canKeepAnyway = ({ reason }: Pick<ImportItem, 'reason'>): boolean => reason === 'not-an-essay';
