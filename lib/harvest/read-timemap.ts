import { readAddress } from '../archive/address.ts';

/** A capture that a TimeMap names. */
export interface Memento {
  /** The archive's address of it. */
  readonly url: string;
  /** 14 digits, UTC. */
  readonly timestamp: string;
}

/** The captures of an address, as an archive lists them. */
export interface TimeMap {
  readonly original: string | null;
  /** In the order of time, each once. */
  readonly mementos: readonly Memento[];
  /** TimeMaps with more of them. */
  readonly others: readonly string[];
}

/** An address in angle brackets, then parameters: values in quotes may hold commas and semicolons (RFC 8288, 3). */
const link = /<([^>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)/g;
const parameter = /;\s*([\w*-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?/g;

/** Reads a TimeMap in link format (RFC 7089, 5; RFC 6690), or a `Link` header; `base` is where it came from, for relative addresses. */
export function readTimeMap(text: string, base: string): TimeMap {
  const mementos = new Map<string, Memento>();
  const others: string[] = [];
  let original: string | null = null;
  for (const [, target = '', written = ''] of text.matchAll(link)) {
    const parameters = new Map(
      [...written.matchAll(parameter)].map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']),
    );
    const rels = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/);
    const url = URL.canParse(target, base) ? new URL(target, base).href : target;
    if (rels.includes('original')) original = target;
    if (rels.includes('timemap') && url !== base) others.push(url);
    const timestamp = rels.includes('memento') ? timestampOf(url, parameters.get('datetime')) : null;
    if (timestamp !== null && !mementos.has(timestamp)) mementos.set(timestamp, { url, timestamp });
  }
  const inOrder = [...mementos.values()].sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1));
  return { original, mementos: inOrder, others: [...new Set(others)] };
}

/** By its date, else by its address; null where neither tells. */
function timestampOf(url: string, datetime: string | undefined): string | null {
  const moment = new Date(datetime ?? Number.NaN);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString().replace(/\D/g, '').slice(0, 14);
  const told = readAddress(url)?.timestamp ?? '';
  return told.length === 14 ? told : null;
}
