import { sha256Hex } from '../../essay/fixity.ts';
import { gunzip } from '../../zip/gzip.ts';
import { isAsStored, withDigest } from '../checked/body-digest.ts';
import { readableRow, readableRows } from '../checked/check-row.ts';
import type { BodyRow, CaptureRow, EssayRow, OriginalRow } from '../rows.ts';
import type { Change } from './change.ts';
import type { EssayParts } from './essay-parts.ts';
import type { NewFinding } from './findings.ts';
import { judgeRows } from './judge-rows.ts';

/** What was found of the versions of an essay: rows to put right, and what cannot be put right from here. */
export interface Judgement {
  readonly changes: readonly Change[];
  readonly findings: readonly NewFinding[];
  /** Captures whose bodies are as they were stored. */
  readonly trusted: ReadonlySet<string>;
}

/** Looks at captures, bodies and originals: their shapes, their digests, and whether each version has its parts. */
export async function judgeVersions(parts: EssayParts): Promise<Judgement> {
  const { id } = parts;
  const row = readableRow('essays', parts.row);
  const title = row?.title ?? '';
  const told = (
    table: string,
    key: string,
    reason: NewFinding['reason'],
    what: readonly string[] = [],
  ): NewFinding => ({
    table,
    key,
    reason,
    parts: what,
    essayId: id,
    title,
  });
  const captures = readableRows('captures', parts.captures);
  const bodies = new Map(readableRows('bodies', parts.bodies).map((body) => [body.captureId, body]));
  const originals = new Map(readableRows('originals', parts.originals).map((one) => [one.captureId, one]));
  const changes: Change[] = [
    ...(await Promise.all(judgeRows('captures', parts.captures).map((change) => withFixity(change, originals)))),
    // What nobody can read stays where it is: keeping and restoring know what is missing by it.
    ...judgeRows('bodies', parts.bodies).map((change) => (change.after === null ? stays(change) : change)),
    ...judgeRows('originals', parts.originals).map((change) => (change.after === null ? stays(change) : change)),
  ].map((change) => ({ ...change, finding: change.finding && { ...change.finding, essayId: id, title } }));
  const damaged = new Set(changes.map(({ table, key }) => `${table} ${String(key)}`));
  const findings: NewFinding[] = [];
  const trusted = new Set<string>();
  const known = new Set(captures.map((capture) => capture.id));

  for (const body of bodies.values()) {
    if (!known.has(body.captureId)) changes.push(await captureFor(body, row, originals.get(body.captureId), title));
    if (damaged.has(`bodies ${body.captureId}`)) continue;
    if (await isAsStored(body)) trusted.add(body.captureId);
    if (body.digest === undefined)
      changes.push({
        table: 'bodies',
        key: body.captureId,
        before: body,
        after: await withDigest(body),
        finding: null,
      });
    else if (!trusted.has(body.captureId)) findings.push(told('bodies', body.captureId, 'changed'));
  }
  for (const capture of captures) {
    const whole = !damaged.has(`captures ${capture.id}`);
    if (!bodies.has(capture.id) && !damaged.has(`bodies ${capture.id}`))
      findings.push(told('bodies', capture.id, 'missing'));
    if (damaged.has(`originals ${capture.id}`)) continue;
    const original = originals.get(capture.id);
    if (original === undefined) {
      // What was cleaned from an earlier capture has that one's, of which it is told by itself.
      const from = capture.cleanedFrom ?? capture.id;
      if ((from === capture.id || !known.has(from)) && !parts.elsewhere.has(capture.id))
        findings.push(told('originals', capture.id, 'missing'));
    } else if (whole && !(await isAsTaken(capture, original))) findings.push(told('originals', capture.id, 'changed'));
  }
  return { changes, findings, trusted };
}

/** Where a capture lost its digest, that of the bytes at hand stands in its place: later changes of theirs show again. */
async function withFixity(change: Change, originals: ReadonlyMap<string, OriginalRow>): Promise<Change> {
  const { after, finding } = change;
  if (after === null || !finding?.parts?.includes('sha256')) return change;
  const capture = after as CaptureRow;
  const bytes = await bytesOf(originals.get(capture.cleanedFrom ?? capture.id));
  return { ...change, after: { ...capture, ...(await fixityOf(bytes)) } };
}

const bytesOf = async (original: OriginalRow | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  original === undefined ? new Uint8Array() : gunzip(original.gzip).catch(() => new Uint8Array());

const fixityOf = async (bytes: Uint8Array<ArrayBuffer>) => ({
  sha256: await sha256Hex(bytes),
  byteLength: bytes.byteLength,
});

const stays = (change: Change): Change => ({ ...change, after: change.before as object });

/** True when the bytes of a capture, and of its other pages, are those that were taken. */
async function isAsTaken(capture: CaptureRow, { gzip, otherPages }: OriginalRow): Promise<boolean> {
  const pages = [{ gzip, sha256: capture.sha256 }, ...otherPages];
  try {
    for (const page of pages) if ((await sha256Hex(await gunzip(page.gzip))) !== page.sha256) return false;
    return true;
  } catch {
    return false;
  }
}

/** A record of the taking of a page that is lost, as far as what is left tells of it. */
async function captureFor(
  body: BodyRow,
  row: EssayRow | null,
  original: OriginalRow | undefined,
  title: string,
): Promise<Change> {
  const { captureId, essayId, originalUrl } = body;
  const after: CaptureRow = {
    id: captureId,
    essayId,
    pageUrl: originalUrl,
    takenAt: row?.keptAt ?? '',
    charset: '',
    originalForm: 'serialised',
    rulesVersion: 0,
    ...(await fixityOf(await bytesOf(original))),
  };
  const finding = { table: 'captures', key: captureId, reason: 'rebuilt', parts: [], essayId, title } as const;
  return { table: 'captures', key: captureId, before: undefined, after, finding };
}
