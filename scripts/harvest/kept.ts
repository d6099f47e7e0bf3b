import type { HarvestDone } from './harvest-journal.ts';

/** What a harvest has so far, in this run and those before. */
export interface Kept {
  readonly take: (done: HarvestDone) => void;
  readonly addBad: (digest: string) => void;
  /** Digests of bytes that hold an essay that is kept. */
  readonly digests: () => ReadonlySet<string>;
  readonly badDigests: () => ReadonlySet<string>;
  /** Ids of essays. */
  readonly essays: () => ReadonlySet<string>;
  /** True for an address that need not be worked: not for one whose captures the archive could not give at the time. */
  readonly has: (key: string) => boolean;
  readonly all: () => Iterable<Extract<HarvestDone, { kind: 'essay' }>>;
}

/** Gathers what is done. */
export function createKept(before: Iterable<HarvestDone>): Kept {
  const digests = new Set<string>();
  const bad = new Set<string>();
  const essays = new Set<string>();
  const byKey = new Map<string, Extract<HarvestDone, { kind: 'essay' }>>();
  const take = (done: HarvestDone): void => {
    if (done.kind === 'bad') bad.add(done.digest);
    if (done.kind !== 'essay') return;
    byKey.set(done.key, done);
    if (done.outcome !== 'kept') return;
    if (done.digest !== '') digests.add(done.digest);
    if (done.essayId !== null) essays.add(done.essayId);
  };
  for (const done of before) take(done);
  return {
    take,
    addBad: (digest) => void bad.add(digest),
    digests: () => digests,
    badDigests: () => bad,
    essays: () => essays,
    has: (key) => byKey.has(key) && !isPassing(byKey.get(key)),
    all: () => byKey.values(),
  };
}

/** The archive was silent or ailing: another run may have the page. */
const isPassing = (done: Extract<HarvestDone, { kind: 'essay' }> | undefined): boolean =>
  done?.outcome === 'failed' && /^(?:http-5|timeout|unreachable|offline)/.test(done.reason);
