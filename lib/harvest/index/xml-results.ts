import type { WrittenRow } from './row.ts';

/** Reads the answer of OpenWayback's own index as it comes in. */
export interface XmlResults {
  /** Takes in more text; gives what it completes. */
  readonly push: (text: string) => readonly WrittenRow[];
  /** False where the answer broke off before its end. */
  readonly isWhole: () => boolean;
  /** Number of the page behind this one, as the next query names it; null where this is the last. */
  readonly nextPage: () => string | null;
}

/** True for the start of such an answer. */
export const isXmlIndex = (start: string): boolean => /^\s*(?:<\?xml[^>]*\?>\s*)?<wayback\b/.test(start);

/** Longest result that is waited for, in UTF-16 units. */
const LONGEST = 1_000_000;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A reader of `xmlquery` (OpenWayback's RemoteCollection, OutbackCDX): a `result` a capture, or of a query by prefix a `result` an
 * address, which tells its first and its last capture. Fields by pywb's reader of it (`XmlQueryIndexSource`). Nothing of it is taken for markup.
 */
export function createXmlResults(): XmlResults {
  const state = { rest: '', whole: false, facts: {} as Record<string, number> };
  return {
    push(text) {
      state.rest += text;
      const rows: WrittenRow[] = [];
      let end = 0;
      for (const { index, 0: whole, 1: inner = '' } of state.rest.matchAll(/<result>([\s\S]*?)<\/result>/g)) {
        rows.push(...rowsOfResult(fieldsOf(inner)));
        end = index + whole.length;
      }
      for (const [, name = '', count = ''] of state.rest.matchAll(/<(num\w+|firstreturned)>(\d+)<\/\1>/g))
        if (!/^num(?:versions|captures)$/.test(name)) state.facts[name] = Number(count);
      state.whole ||= /<\/wayback>/.test(state.rest);
      state.rest = state.rest.slice(end).slice(-LONGEST);
      return rows;
    },
    isWhole: () => state.whole,
    nextPage: () => {
      const { numresults = 0, numreturned = 0, firstreturned = 0 } = state.facts;
      const told = firstreturned + numreturned;
      return numreturned > 0 && told < numresults ? String(Math.round(told / numreturned) + 1) : null;
    },
  };
}

function fieldsOf(inner: string): ReadonlyMap<string, string> {
  const fields = [...inner.matchAll(/<(\w+)>([^<]*)<\/\1>/g)];
  return new Map(fields.map(([, name = '', value = '']) => [name, withoutEntities(value)]));
}

function rowsOfResult(fields: ReadonlyMap<string, string>): readonly WrittenRow[] {
  const row: WrittenRow = {
    urlkey: fields.get('urlkey'),
    original: fields.get('url') ?? fields.get('originalurl'),
    mimetype: fields.get('mimetype'),
    statuscode: fields.get('httpresponsecode'),
    digest: fields.get('digest'),
    offset: fields.get('compressedoffset'),
    filename: fields.get('file'),
  };
  const moments = [fields.get('capturedate') ?? fields.get('firstcapturets'), fields.get('lastcapturets')];
  return [...new Set(moments)].flatMap((timestamp) => (timestamp === undefined ? [] : [{ ...row, timestamp }]));
}

const withoutEntities = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : whole;
  });
