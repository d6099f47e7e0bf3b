import * as v from 'valibot';
import type { FieldValues } from '../../sync/model/fields-of.ts';
import type { SyncedTable } from '../../sync/model/synced-tables.ts';
import { rowShapes } from '../checked/row-shapes.ts';
import { essayFields, textEditShape } from '../shapes.ts';

/** Values of fields that other devices sent, as far as they are such values. */
export interface ReadableFields {
  readonly fields: FieldValues;
  /** Names of fields whose values are none of theirs, and are passed over. */
  readonly bad: readonly string[];
}

/** Looks at the values of a row's fields, as a backup's rows are looked at: what another device sends may be anything. */
export function readableFields(table: SyncedTable, values: FieldValues): ReadableFields {
  const named = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    isGood: isReadable(table, name, value),
  }));
  return {
    fields: Object.fromEntries(named.flatMap(({ name, value, isGood }) => (isGood ? [[name, value]] : []))),
    bad: named.flatMap(({ name, isGood }) => (isGood ? [] : [name])),
  };
}

function isReadable(table: SyncedTable, name: string, value: unknown): boolean {
  const entries: Readonly<Record<string, v.GenericSchema>> = rowShapes[table].entries;
  const at = name.indexOf('/');
  if (at < 0) return Object.hasOwn(entries, name) && isOf(entries[name], value);
  const element = name.slice(at + 1);
  switch (name.slice(0, at)) {
    case 'edited':
      return Object.hasOwn(essayFields, element) && v.is(essayFields[element as keyof typeof essayFields], value);
    case 'textEdits':
      return v.is(textEditShape, value) && value.id === element;
    default:
      return value === true && v.is(rowShapes.essays.entries.id, element);
  }
}

const isOf = (shape: v.GenericSchema | undefined, value: unknown): boolean => shape !== undefined && v.is(shape, value);
