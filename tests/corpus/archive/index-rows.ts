import type { ShelvedCapture } from './shelf.ts';

/** A row of an index: its fields by the names of the Wayback Machine. */
export type FieldRow = Readonly<Record<string, string>>;

/** The fields of a row, in the order in which they are given when nothing else is asked for. */
export const fieldNames = ['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length'] as const;

/** pywb's names of the same. */
export const otherNames: Readonly<Record<string, string>> = {
  url: 'original',
  mime: 'mimetype',
  status: 'statuscode',
};

/** A capture as the index tells it: of a revisit neither type nor status. */
export function rowOf(capture: ShelvedCapture): FieldRow {
  const { urlkey, timestamp, original, digest } = capture;
  return {
    urlkey,
    timestamp,
    original,
    mimetype: capture.revisit ? 'warc/revisit' : capture.type.replace(/;.*/, '') || 'unk',
    statuscode: capture.revisit ? '-' : String(capture.status),
    digest,
    length: capture.length < 0 ? '-' : String(capture.length),
  };
}

/** A filter `[!]field:regex`; Java's must match the whole field. pywb's `=` and `~` before the field say how. */
export function passes(filter: string, row: FieldRow): boolean {
  const [, not, how, name = '', wanted = ''] = /^(!?)([=~]?)(\w+):(.*)$/s.exec(filter) ?? [];
  const value = row[otherNames[name] ?? name] ?? '';
  const matches =
    how === '=' ? value === wanted : new RegExp(how === '~' ? `^(?:${wanted})` : `^(?:${wanted})$`).test(value);
  return matches !== (not === '!');
}

/** `collapse=field[:N]`: drops rows that are alike in the field, or its first N characters, to the one before. */
export function collapsed(rows: readonly FieldRow[], collapses: readonly string[]): readonly FieldRow[] {
  return collapses.reduce<readonly FieldRow[]>((all, collapse) => {
    const [field = '', digits] = collapse.split(':');
    const part = (row: FieldRow | undefined): string | undefined =>
      row?.[field]?.slice(0, digits === undefined ? undefined : Number(digits));
    return all.filter((row, at) => at === 0 || part(row) !== part(all[at - 1]));
  }, rows);
}
