import { attributeOf, elementById, elementsByTag, query, queryAll, shadowOf, textOf } from '../../dom/tree.ts';
import type { PartialMoment } from '../../essay/partial-date.ts';
import { momentOfTimestamp } from '../../essay/partial-date.ts';
import { readAddress, repairUrl } from '../address.ts';
import type { Traces } from '../traces.ts';
import { readWaybackDate } from './wayback-date.ts';

/** What the Wayback Machine's scripts and toolbar say of the page that they stand in. */
export interface Toolbar {
  readonly originalUrl: string | null;
  /** Every moment of capture that is told, the most trusted first. */
  readonly moments: readonly PartialMoment[];
  /** Elements by their own ids; a toolbar's other parts stand between its comments. */
  readonly archiveElements: readonly Element[];
}

const IDS = ['wm-ipp-base', 'wm-ipp', 'wm-ipp-print', 'wm-capinfo', 'donato'];
const QUOTED = `(["'])(.{1,4096}?)\\1`;
const WOMBAT = new RegExp(`__wm\\.wombat\\(\\s*${QUOTED}\\s*,\\s*["'](\\d{4,14})`);
const BT = new RegExp(`__wm\\.bt\\([^"']*["']web["']\\s*,\\s*${QUOTED}\\s*,\\s*["']?([\\d-]{4,14})`);
const CURRENT_URL = new RegExp(`wbCurrentUrl\\s*=\\s*${QUOTED}`); // 2010-2016
const CGI = /(sWayBackCGI)\s*=\s*["']([^"']*\/)(\d{4,14})/; // 2001-2010

/** Reads the toolbar, in the page or moved into a shadow root by a browser that saved it; null when there is none. */
export function readToolbar(document: Document, traces: Traces): Toolbar | null {
  const archiveElements = IDS.flatMap((id) => elementById(document, id) ?? []);
  const root = archiveElements[0];
  const code = [...traces.scripts, ...(queryAll(root, 'script') ?? [])]
    .map((script) => textOf(script) ?? '')
    .join('\n');
  const calls = [WOMBAT, BT, CURRENT_URL].map((call) => call.exec(code));
  if (root === undefined && calls.every((call) => call === null)) return null;

  const print = readAddress(/https?:\S+$/.exec(textOf(elementById(document, 'wm-ipp-print'))?.trim() ?? '')?.[0] ?? '');
  const value = (selector: string): string => attributeOf(find(root, selector), 'value') ?? '';
  const urls = [...calls.map((call) => unescapeCode(call?.[2] ?? '')), value('#wmtbURL'), print?.originalUrl ?? ''];
  const timestamps = [...calls, CGI.exec(code)].map((call) => call?.[3]?.replaceAll('-', '') ?? '');
  const told = [...timestamps, value('input[name=date]'), print?.timestamp ?? ''].map(momentOfTimestamp);
  const here = readWaybackDate(attributeOf(find(root, '#displayDayEl'), 'title') ?? '');
  return {
    originalUrl: urls.map(repairUrl).find((url) => url !== null) ?? null,
    moments: [...told, here].filter((moment) => moment !== null),
    archiveElements,
  };
}

function find(root: Element | undefined, selector: string): Element | null {
  if (root === undefined) return null;
  const templates = [...elementsByTag(root, 'template')].map((template) => (template as HTMLTemplateElement).content);
  const places = [root, shadowOf(root), ...templates];
  return places.map((place) => query(place, selector)).find((element) => element !== null) ?? null;
}

/** Undoes the escapes of a JavaScript string as the Wayback Machine writes them. */
const unescapeCode = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1');
