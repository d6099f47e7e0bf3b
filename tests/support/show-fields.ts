import type { FoundField } from '../../lib/essay/found.ts';

/** Fields as they were found, each in one line: its value, the words it was read from, its place, and what qualifies it. */
export const showFields = (fields: Readonly<Record<string, FoundField<unknown> | null | undefined>>): unknown =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, found]) => (found ? [[name, showField(found)]] : [])));

/** One field in one line. */
export const showField = ({ value, raw, place, qualifier }: FoundField<unknown>): string =>
  [typeof value === 'string' ? value : JSON.stringify(value), raw, place, ...(qualifier ? [qualifier] : [])].join(
    ' ¦ ',
  );
