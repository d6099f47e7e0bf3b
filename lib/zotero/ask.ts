import type { Outcome } from '../essay/outcome.ts';

/** A request to the Zotero that runs on this computer. */
export interface ZoteroRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query, `/connector/…` or `/api/…`. */
  readonly path: string;
  /** Of Latin-1 alone: the browser sends no other. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent as it stands; absent for nothing. */
  readonly text?: string;
  /** Bytes to be sent, as base64; absent for none. */
  readonly base64?: string;
}

/** What Zotero answered; names of headers are in small letters. */
export interface ZoteroAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Why there is no answer: nobody listens, or nobody answered in time. */
export type AskProblem = 'not-running' | 'no-answer';

/** Sends a request to Zotero. Never rejects. */
export type AskZotero = (request: ZoteroRequest) => Promise<Outcome<ZoteroAnswer, AskProblem>>;

/** Where Zotero listens: its own default, and the only host that it answers to (zotero/zotero, server.js). */
export const ZOTERO_ORIGIN = 'http://127.0.0.1:23119';

/**
 * Without one of these two headers Zotero closes the connection of any browser, and nothing tells it from a Zotero that does not run
 * (zotero/zotero, server.js). 3 is the version of the connector's interface of Zotero 7 to 10.
 */
export const connectorHeaders = { 'X-Zotero-Connector-API-Version': '3', 'Content-Type': 'application/json' } as const;
export const localHeaders = { 'Zotero-Allowed-Request': '1' } as const;

/** Text for a header, which holds Latin-1 alone: the other characters as JSON writes them, `\u4e2d`. */
export const inHeader = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
