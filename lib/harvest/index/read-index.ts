import { type CdxForm, countFields, formOfFields, readCdxHeader, readCdxLine } from './cdx-line.ts';
import { createJsonCutter } from './json-records.ts';
import { type IndexRow, readRow, type WrittenRow } from './row.ts';
import { rowOfObject, rowOfValues } from './row-of-json.ts';
import { createByteText } from './text-of-bytes.ts';
import { createXmlResults, isXmlIndex } from './xml-results.ts';

/** Why an answer is no index: its host asked to be left out, or it is a page or words of something else. */
export type IndexProblem = 'excluded' | 'not-an-index';

/** Reads an answer of an index, or an index file, as it comes in. */
export interface IndexReader {
  /** Takes in a part, bytes or text; gives the rows that it completes. */
  readonly push: (part: Uint8Array | string) => readonly IndexRow[];
  /** To be called at the end; gives what was left. */
  readonly end: () => IndexEnd;
}

/** How an answer ended. */
export interface IndexEnd {
  /** A last row that no line end closed. */
  readonly rows: readonly IndexRow[];
  /** Key to ask for the rows behind these with; it goes into the next query as it is. Null where there are none. */
  readonly resumeKey: string | null;
  /** False where the answer broke off: what came before it is in order. */
  readonly complete: boolean;
  /** Rows of what is no web page (`dns:`, `warcinfo:`), and what is no row. */
  readonly skipped: number;
  readonly problem: IndexProblem | null;
}

/** Fields of the Wayback Machine's index in their order, for an answer without a first row that names them. */
const usualFields = ['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length'] as const;
/** Letters by which it is told what an answer is, where no line of it ends before. */
const enough = 512;

const excluded =
  /AccessControlException|Blocked Site Error|blocked by robots|excluded from the Wayback|AdministrativeAccess/i;
const none = /no captures|not found|nothing/i;
const failed = /^\s*(?:<|(?:[\w.]*\b(?:Exception|Error)\b))/i;

/**
 * A reader of an index in any of its forms, told by how it begins: JSON of the Wayback Machine (rows in an array, the first names
 * the fields), JSON lines of pywb, XML of OpenWayback, CDX text with or without a first line that names the fields, CDXJ. Holds one record at a time.
 */
export function createIndexReader(fields: readonly string[] | null = null): IndexReader {
  const textOf = createByteText();
  const cutter = createJsonCutter();
  const xml = createXmlResults();
  const state = {
    form: null as 'json' | 'lines' | 'xml' | IndexProblem | null,
    rest: '',
    /** The last line that was a row. */
    lastLine: '',
    start: '',
    names: (fields ?? usualFields) as readonly string[],
    cdx: fields === null ? null : (formOfFields(fields) as CdxForm | null),
    afterGap: false,
    resumeKey: null as string | null,
    read: 0,
    skipped: 0,
    noise: 0,
  };

  function take(written: WrittenRow | null): IndexRow[] {
    const row = written === null ? null : readRow(written);
    if (row !== null) state.read += 1;
    else if (written === null) state.noise += 1;
    else state.skipped += 1;
    return row === null ? [] : [row];
  }

  function readRecord(json: string): IndexRow[] {
    const record = parsed(json);
    if (Array.isArray(record)) return readValues(record);
    if (typeof record !== 'object' || record === null) return take(null);
    const object = record as Readonly<Record<string, unknown>>;
    if (excluded.test(json) && !('timestamp' in object)) state.form = 'excluded';
    // pywb says in this way that it has none.
    if (none.test(`${object['message'] ?? object['error'] ?? ''}`)) return [];
    const row = rowOfObject(object);
    return take(Object.keys(row).length === 0 ? null : row);
  }

  function readValues(values: readonly unknown[]): IndexRow[] {
    if (values.length === 0) {
      state.afterGap = true;
      return [];
    }
    if (state.afterGap && values.length === 1) {
      state.resumeKey = String(values[0]);
      return [];
    }
    if (values.includes('timestamp') && values.every((value) => typeof value === 'string' && /^[a-z]+$/i.test(value))) {
      state.names = values.map(String);
      return [];
    }
    return take(rowOfValues(values, state.names));
  }

  function readLine(line: string): IndexRow[] {
    const text = line.replace(/\r$/, '');
    if (text.trim() === '') {
      state.afterGap = true;
      return [];
    }
    // CDXJ tells about itself in lines that begin so (OpenWayback, ORS).
    if (/^\s*[!@#]/.test(text)) return [];
    const header = readCdxHeader(text);
    if (header !== null) {
      state.cdx = header;
      return [];
    }
    if (state.afterGap && /^\S+$/.test(text)) {
      state.resumeKey = text;
      return [];
    }
    const rows = take(readCdxLine(text, state.cdx));
    if (rows.length > 0) state.lastLine = text;
    return rows;
  }

  /** The last line, which no line end closed: one that was cut off has fewer fields than the others, or half the name of its file. */
  function readOpenLine(line: string): IndexRow[] {
    const before = state.lastLine;
    const fewest = before === '' ? (state.cdx?.fields.length ?? 0) : countFields(before, state.cdx);
    const ending = /\.\w+$/.exec(before)?.[0] ?? '';
    const isCut = countFields(line, state.cdx) < fewest || !line.trimEnd().endsWith(ending);
    return isCut && !before.endsWith('}') && !/^\S+$/.test(line) ? take(null) : readLine(line);
  }

  function recognise(): void {
    const start = state.start.trimStart();
    if (start === '') return;
    if (excluded.test(start)) state.form = 'excluded';
    else if (isXmlIndex(start)) state.form = 'xml';
    else if (failed.test(start)) state.form = 'not-an-index';
    else state.form = /^[[{]/.test(start) ? 'json' : 'lines';
  }

  function read(text: string): IndexRow[] {
    if (state.form === 'json') return cutter.push(text).flatMap(readRecord);
    if (state.form === 'xml') return xml.push(text).flatMap(take);
    if (state.form !== 'lines') return [];
    const lines = (state.rest + text).split('\n');
    state.rest = lines.pop() ?? '';
    return lines.flatMap(readLine);
  }

  return {
    push(part) {
      const text = typeof part === 'string' ? part : textOf(part);
      if (state.form !== null) return read(text);
      state.start += text;
      // What begins as markup is told by more than its first line.
      const ends = /\n/.test(state.start.trimStart()) && !/^\s*</.test(state.start);
      if (state.start.length < enough && !ends) return [];
      recognise();
      const start = state.start;
      state.start = '';
      return read(start);
    },
    end() {
      const rows: IndexRow[] = [];
      if (state.form === null) {
        recognise();
        rows.push(...read(state.start));
      }
      if (state.rest !== '') rows.push(...readOpenLine(state.rest));
      const isNoise = state.read === 0 && state.skipped === 0 && state.noise > 0;
      const told = state.form === 'excluded' || state.form === 'not-an-index' ? state.form : null;
      const problem = told ?? (isNoise ? 'not-an-index' : null);
      return {
        rows,
        resumeKey: state.form === 'xml' ? xml.nextPage() : state.resumeKey,
        complete: problem === null && (state.form === 'xml' ? xml.isWhole() : !cutter.isOpen()),
        skipped: state.skipped + state.noise,
        problem,
      };
    },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
