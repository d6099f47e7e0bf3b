import { base64OfBytes } from '../../essay/base64.ts';
import { fail, succeed } from '../../essay/outcome.ts';
import type { FormatOptions } from '../../export/format.ts';
import type { ExportRecord } from '../../export/record.ts';
import { type AskZotero, connectorHeaders, inHeader, type ZoteroAnswer } from '../ask.ts';
import { filesOf, type ZoteroFile } from '../files.ts';
import { zoteroItem } from '../item.ts';
import { fits } from '../message-limit.ts';
import { notesOf } from '../notes.ts';
import type { SentOne, SentOutcome } from '../problems.ts';
import type { ZoteroTarget } from './target.ts';

/** Where and how essays are sent by the connector's interface. */
export interface ConnectorWay {
  readonly ask: AskZotero;
  readonly target: ZoteroTarget;
  /** How HTML is read, where it is not by the page's own document. */
  readonly html?: FormatOptions;
  /** Told as soon as the item is there. Whatever happens to its files, it is not to be sent a second time unasked. */
  readonly onItem: () => Promise<void>;
}

/**
 * Sends an essay by the interface that Zotero's own connector uses (zotero/zotero, server_connector.js): the item with its notes,
 * then the place and the reader's tags, then the files. It tells no key, so that a second sending makes a second item.
 */
export async function sendByConnector(
  record: ExportRecord,
  { ask, target, html, onItem }: ConnectorWay,
): Promise<SentOutcome> {
  const sessionID = crypto.randomUUID();
  const { creators, tags, ...fields } = zoteroItem(record);
  const notes = await notesOf(record);
  const item = {
    ...fields,
    id: record.id,
    creators: creators.map(({ creatorType, name }) => ({ creatorType, lastName: name, fieldMode: 1 })),
    // Zotero takes all of these for automatic ones, and drops them where the reader wants none: the reader's own come later.
    tags: tags.filter(({ type }) => type === 1).map(({ tag }) => ({ tag })),
    notes: notes.map(({ html }) => ({ note: html })),
  };
  const post = (path: string, body: object) =>
    ask({ method: 'POST', path, headers: connectorHeaders, text: JSON.stringify(body) });
  const saved = await post('/connector/saveItems', { sessionID, uri: fields.url, items: [item] });
  if (!saved.ok) return saved;
  if (saved.value.status !== 201) return refusal(saved.value);
  await onItem();
  const placed = await post('/connector/updateSession', {
    sessionID,
    target: target.id,
    tags: tags.filter(({ type }) => type === undefined).map(({ tag }) => tag),
    note: '',
  });
  if (!placed.ok) return placed;
  if (placed.value.status !== 200) return refusal(placed.value);
  return succeed({ is: 'sent', files: await attach(ask, await filesOf(record, html), sessionID, record.id), left: [] });
}

async function attach(
  ask: AskZotero,
  files: readonly ZoteroFile[],
  sessionID: string,
  parentItemID: string,
): Promise<SentOne['files']> {
  for (const { title, url, bytes } of files) {
    if (!fits(bytes)) return { code: 'too-large' };
    const answer = await ask({
      method: 'POST',
      path: `/connector/saveAttachment?sessionID=${sessionID}`,
      headers: {
        'X-Zotero-Connector-API-Version': '3',
        'Content-Type': 'text/html',
        'X-Metadata': inHeader(JSON.stringify({ sessionID, parentItemID, title, url })),
      },
      base64: base64OfBytes(bytes),
    });
    if (!answer.ok) return answer.problem;
    // 200 is Zotero's word for a library that takes items and no files.
    if (answer.value.status === 200) return 'read-only';
    if (answer.value.status === 404) return { code: 'too-old' };
    if (answer.value.status !== 201) return { code: 'refused', detail: answerInWords(answer.value) };
  }
  return null;
}

function refusal(answer: ZoteroAnswer): SentOutcome {
  if (answer.text.includes('"libraryEditable":false')) return fail('read-only');
  if (answer.text.includes('CONNECTOR_VERSION_OUTDATED') || answer.status === 404) return fail('too-old');
  return fail('refused', answerInWords(answer));
}

/** An answer in few words: its status and the beginning of what it says. */
export const answerInWords = ({ status, text }: ZoteroAnswer): string => `${status} ${text.slice(0, 200)}`.trim();
