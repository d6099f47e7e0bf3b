import type { SentPart, SentRow } from '../../collection/rows.ts';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import type { ExportRecord } from '../../export/record.ts';
import { jsonOf } from '../../zip/json-of.ts';
import { filesOf } from '../files.ts';
import { markInExtra, type ZoteroItem, zoteroItem } from '../item.ts';
import { notesOf } from '../notes.ts';
import type { SentOne, SentOutcome, ZoteroProblem } from '../problems.ts';
import { asStored, type ChildStep, childrenToSend, newChild, partsInZotero, stepOf } from './children.ts';
import { type Fields, mergeItem } from './merge-item.ts';
import { uploadFile } from './upload.ts';
import {
  type LocalWay,
  newKey,
  readObject,
  readObjects,
  type StoredObject,
  type WrittenObjects,
  writeObjects,
} from './write.ts';

/** What is known of a sending, as it is remembered. */
export type Known = Pick<SentRow, 'key' | 'fields' | 'parts'>;

/** What is remembered, and how it is. */
export interface Memory {
  readonly known: Known | null;
  /** Rejects when it cannot be stored. */
  readonly remember: (known: Known) => Promise<void>;
}

/**
 * Sends an essay by Zotero's local interface, which tells keys: one that is there is brought up to date, and what the reader changed in
 * Zotero stays. The key is remembered before anything is sent, so that a lost answer makes no second item.
 */
export async function sendByLocalApi(record: ExportRecord, way: LocalWay, memory: Memory): Promise<SentOutcome> {
  const found = await findItem(way, record.id, memory.known?.key ?? '');
  if (!found.ok) return found;
  return found.value === null ? create(record, way, memory) : update(record, way, memory, found.value);
}

/** The item of an essay: by the key that is remembered, else by the mark in its `extra`. */
async function findItem(way: LocalWay, id: string, key: string): Promise<Outcome<StoredObject | null, ZoteroProblem>> {
  if (key !== '') {
    const known = await readObject(way, key);
    if (!known.ok || known.value !== null) return known;
  }
  const marked = await readObjects(way, `items/top?q=${id}&qmode=everything`);
  if (!marked.ok) return marked;
  return succeed(marked.value.find(({ data }) => String(data['extra'] ?? '').includes(markInExtra(id))) ?? null);
}

async function create(record: ExportRecord, way: LocalWay, { remember }: Memory): Promise<SentOutcome> {
  const key = newKey();
  const item = zoteroItem(record);
  const children = childrenToSend(await notesOf(record), await filesOf(record, way.html));
  const steps = children.map((child) => newChild(child, key));
  await remember({ key, fields: '{}', parts: [] });
  const { collection } = way.place;
  const whole = { key, version: 0, ...item, ...(collection !== null && { collections: [collection] }) };
  const written = await writeObjects(way, [whole, ...steps.flatMap(({ write }) => write ?? [])]);
  if (!written.ok) return written;
  const failed = written.value.failed['0'];
  if (failed !== undefined) return fail(failed.code === 403 ? 'read-only' : 'refused', failed.message);
  const fields = pick(item, written.value.successful['0']?.data ?? { ...item });
  return settle(way, { key, fields, steps, written: written.value, shift: 1, left: [], is: 'sent' }, remember);
}

async function update(
  record: ExportRecord,
  way: LocalWay,
  { known, remember }: Memory,
  found: StoredObject,
): Promise<SentOutcome> {
  const item = zoteroItem(record);
  const last = known?.key === found.key ? ((jsonOf(known.fields) as Fields | null) ?? {}) : {};
  const { changes, left, base } = mergeItem(item, found.data, last);
  const children = childrenToSend(await notesOf(record), await filesOf(record, way.html));
  const parts = await knownParts(way, found.key, known, children);
  if (!parts.ok) return parts;
  const steps: ChildStep[] = [];
  for (const child of children) {
    const is = child.note?.is ?? child.file?.is;
    const step = await stepOf(
      way,
      child,
      found.key,
      parts.value.find((part) => part.is === is),
    );
    if (!step.ok) return step;
    steps.push(step.value);
  }
  const own = Object.keys(changes).length > 0 ? [{ key: found.key, version: found.version, ...changes }] : [];
  const written = await writeObjects(way, [...own, ...steps.flatMap(({ write }) => write ?? [])]);
  if (!written.ok) return written;
  const failed = own.length > 0 ? written.value.failed['0'] : undefined;
  if (failed !== undefined) return fail('refused', failed.message);
  const answered = own.length > 0 ? (written.value.successful['0']?.data ?? {}) : {};
  const stood = Object.keys(changes).map((name) => [name, answered[name] ?? changes[name]]);
  const fields = { ...base, ...Object.fromEntries(stood), tags: item.tags };
  const came = {
    key: found.key,
    fields,
    steps,
    written: written.value,
    shift: own.length,
    left,
    is: 'updated' as const,
  };
  return settle(way, came, remember);
}

/** The parts that are remembered; where nothing is, those that can be told in Zotero. */
async function knownParts(
  way: LocalWay,
  key: string,
  known: Known | null,
  children: Parameters<typeof partsInZotero>[2],
): Promise<Outcome<readonly SentPart[], ZoteroProblem>> {
  return known?.key === key && known.parts.length > 0 ? succeed(known.parts) : partsInZotero(way, key, children);
}

const pick = (item: ZoteroItem, data: Fields): Fields =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, data[name] ?? value]));

interface Came {
  readonly key: string;
  readonly fields: Fields;
  readonly steps: readonly ChildStep[];
  readonly written: WrittenObjects;
  /** Objects that were written before those of the steps. */
  readonly shift: number;
  readonly left: readonly string[];
  readonly is: SentOne['is'];
}

/** Sends the files of the steps, and remembers what stands in Zotero now. */
async function settle(way: LocalWay, came: Came, remember: Memory['remember']): Promise<SentOutcome> {
  const { key, fields, steps, written, shift, left, is } = came;
  const parts: SentPart[] = [];
  let at = shift;
  let files: SentOne['files'] = null;
  for (const step of steps) {
    const { write, replaces } = step;
    const n = String(at);
    if (write !== null) at += 1;
    const failed = write === null ? undefined : written.failed[n];
    if (failed !== undefined) {
      files = failed.code === 403 ? 'read-only' : { code: 'refused', detail: failed.message };
      continue;
    }
    const part = asStored(step.part, written.successful[n]);
    if (step.child.file === undefined || replaces === undefined) {
      parts.push(part);
      continue;
    }
    const sent = await giveFile(way, step, key);
    if (sent.ok) parts.push(sent.value);
    else {
      files ??= sent.problem.code === 'read-only' ? 'read-only' : sent.problem;
      // The attachment is there, and waits for its file: the next sending brings it.
      parts.push({ ...part, md5: step.replaces ?? '' });
    }
  }
  await remember({ key, fields: JSON.stringify(fields), parts });
  return succeed({ is, files, left });
}

/** Sends the file of a step. Where another stands there meanwhile it is left, and ours goes beside it. */
async function giveFile(
  way: LocalWay,
  { child, part, replaces = null }: ChildStep,
  parent: string,
): Promise<Outcome<SentPart, ZoteroProblem>> {
  if (child.file === undefined) return succeed(part);
  const sent = await uploadFile(way, part.key, child.file, child.md5, replaces);
  if (!sent.ok) return sent;
  if (sent.value === 'done') return succeed(part);
  const beside = newChild(child, parent);
  const written = await writeObjects(way, [beside.write ?? {}]);
  if (!written.ok) return written;
  if (written.value.failed['0'] !== undefined) return fail('refused', written.value.failed['0'].message);
  const again = await uploadFile(way, beside.part.key, child.file, child.md5, null);
  return again.ok ? succeed(beside.part) : again;
}
