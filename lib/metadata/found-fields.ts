import type { EssayFields, FieldName } from '../essay/essay.ts';
import type { FoundField } from '../essay/found.ts';

/** Fields as they are found; a field that the page does not tell is missing. */
export type FoundFields = { -readonly [Name in FieldName]?: FoundField<EssayFields[Name]> };
