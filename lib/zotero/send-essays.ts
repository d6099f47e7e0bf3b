import type { Collection } from '../collection/collection.ts';
import type { SentRow } from '../collection/rows.ts';
import { getSent, putSent } from '../collection/sent/sent.ts';
import { fail } from '../essay/outcome.ts';
import { yieldToPage } from '../essay/yield-to-page.ts';
import type { ExportRecord } from '../export/record.ts';
import { recordsOf } from '../export/records.ts';
import { type ConnectorWay, sendByConnector } from './connector/send.ts';
import { type Known, sendByLocalApi } from './local/send.ts';
import type { LocalWay } from './local/write.ts';
import { type SentOne, type SentOutcome, stopsAll, type ZoteroProblem } from './problems.ts';

/** How essays go to Zotero: by its local interface, or by that of its connector. */
export type ZoteroWay =
  | ({ readonly is: 'local' } & LocalWay)
  | ({ readonly is: 'connector' } & Omit<ConnectorWay, 'onItem'>);

/** The name under which sendings by the connector are remembered: it tells no library that could be found again. */
export const CONNECTOR = 'connector';

/** An essay of which something is to be told. */
export interface ToldEssay {
  readonly id: string;
  readonly title: string;
  readonly problem: { readonly code: ZoteroProblem; readonly detail?: string } | null;
}

/** What came of a sending. */
export interface Sending {
  readonly sent: number;
  readonly updated: number;
  /** Essays of which fields stayed as they are in Zotero. */
  readonly left: readonly ToldEssay[];
  /** Essays that went without their files; no problem where the library takes none. */
  readonly bare: readonly ToldEssay[];
  readonly failed: readonly ToldEssay[];
  /** Why it ended before all were through; null when it did not. */
  readonly ended: { readonly code: ZoteroProblem | 'stopped'; readonly detail?: string } | null;
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Sends essays one after another, until all are through, it is stopped, or none of the others could be sent. */
export async function sendEssays(
  collection: Collection,
  ids: readonly string[],
  way: ZoteroWay,
  { signal, onProgress }: Watch,
): Promise<Sending> {
  const pause = yieldToPage();
  const came = { sent: 0, updated: 0, left: [] as ToldEssay[], bare: [] as ToldEssay[], failed: [] as ToldEssay[] };
  let done = 0;
  const lost = (id: string, what: 'essay' | 'original'): void => {
    if (what === 'essay') came.failed.push({ id, title: '', problem: { code: 'lost' } });
  };
  for await (const record of recordsOf(collection, ids, { onLost: lost })) {
    await pause();
    if (signal.aborted) return { ...came, ended: { code: 'stopped' } };
    const { id, essay } = record;
    const outcome = await sendOne(collection, record, way);
    if (!outcome.ok && stopsAll.has(outcome.problem.code)) return { ...came, ended: outcome.problem };
    if (outcome.ok) count(came, outcome.value, id, essay.title);
    else came.failed.push({ id, title: essay.title, problem: outcome.problem });
    done += 1;
    onProgress(done);
  }
  return { ...came, ended: null };
}

function count(
  came: { sent: number; updated: number; left: ToldEssay[]; bare: ToldEssay[] },
  one: SentOne,
  id: string,
  title: string,
): void {
  came[one.is] += 1;
  if (one.left.length > 0) came.left.push({ id, title, problem: null });
  if (one.files !== null) came.bare.push({ id, title, problem: one.files === 'read-only' ? null : one.files });
}

async function sendOne(collection: Collection, record: ExportRecord, way: ZoteroWay): Promise<SentOutcome> {
  const { id } = record;
  const remember = async (library: string, known: Known): Promise<void> => {
    const stored = await putSent(collection, { ...known, essayId: id, library, sentAt: new Date().toISOString() });
    if (!stored.ok) throw new Error(stored.problem.detail);
  };
  try {
    if (way.is === 'connector') {
      const nothing: Known = { key: '', fields: '{}', parts: [] };
      return await sendByConnector(record, { ...way, onItem: () => remember(CONNECTOR, nothing) });
    }
    const { library } = way.place;
    const sent = await getSent(collection, id, library);
    if (!sent.ok) return fail('not-stored', sent.problem.detail);
    const known: SentRow | null = sent.value;
    return await sendByLocalApi(record, way, { known, remember: (now) => remember(library, now) });
  } catch (error) {
    return fail('not-stored', String(error));
  }
}
