import type { Item, Job } from './job.ts';

/** Reasons of captures that say no more than that there is no page: their bytes are no essay's under any address. */
const NOBODYS = new Set(['soft-404', 'error-page', 'empty']);
/** Reasons that are told by the bytes of a capture; any other says that they could not be had. */
const BY_BYTES = new Set([
  ...NOBODYS,
  'cut-short',
  'other-text',
  'another-text',
  'redirected',
  'not-html',
  'not-an-essay',
]);

const digestOf = ({ digests }: Item, address: string): string => digests?.[address] ?? '';

/** Digests that are known: of essays that the job has kept, and of bytes that proved to be nobody's. */
function bytesKnown(items: readonly Item[]): { readonly kept: ReadonlySet<string>; readonly bad: ReadonlySet<string> } {
  const kept = new Set<string>();
  const bad = new Set<string>();
  for (const item of items) {
    if (item.digests === undefined) continue;
    if (item.state === 'kept') kept.add(digestOf(item, item.address));
    for (const { address, reason } of item.tried ?? []) if (NOBODYS.has(reason)) bad.add(digestOf(item, address));
  }
  kept.delete('');
  bad.delete('');
  return { kept, bad };
}

/**
 * The job with what is known of an item's captures by their digests: one whose bytes proved bad is passed over for the next, and an
 * item whose bytes are those of an essay that the job has kept under another address is done. The same job where nothing is known.
 */
export function passByBytes(job: Job, number: number): Job {
  const item = job.items[number];
  if (item?.state !== 'waiting' || item.digests === undefined || item.others === undefined) return job;
  const { kept, bad } = bytesKnown(job.items);
  // What is cut short comes once more behind the others: then it is known, and wanted all the same.
  const tried = (item.tried ?? []).filter(({ address }) => address !== item.address);
  const own = new Set(tried.flatMap(({ address, reason }) => (BY_BYTES.has(reason) ? digestOf(item, address) : [])));
  const again = (item.tried ?? []).map(({ address }) => address);
  const isBad = (address: string): boolean => {
    const digest = digestOf(item, address);
    return !again.includes(address) && digest !== '' && (own.has(digest) || bad.has(digest));
  };
  const digest = digestOf(item, item.address);
  if (!isBad(item.address)) return kept.has(digest) ? changed(job, { ...item, state: 'already', reason: '' }) : job;
  const [next, ...others] = item.others.filter((address) => !isBad(address));
  if (next === undefined)
    return changed(job, { ...item, state: 'failed', reason: item.tried?.at(-1)?.reason ?? 'no-capture', others: [] });
  return changed(job, { ...item, address: next, others, tries: 0 });
}

/** The job with an item changed; done where nothing is left. */
function changed(job: Job, item: Item): Job {
  const items = job.items.with(item.number, item);
  const open = items.some(({ state }) => state === 'waiting' || state === 'asked');
  return { ...job, items, state: open || job.state === 'stopped' ? job.state : 'done' };
}
