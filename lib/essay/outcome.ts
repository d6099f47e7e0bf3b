/** What went wrong, as a machine word that the locales have a sentence for, with the detail that the sentence names. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly detail?: string;
}

/** The result of a stage that may fail for a reason worth telling: stages return, they never throw for a bad page. */
export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem<Code> };

/** A good outcome. */
export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A failed outcome: `code` names the sentence, `detail` fills it. */
export function fail<Code extends string>(
  code: Code,
  detail?: string,
): { readonly ok: false; readonly problem: Problem<Code> } {
  return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
}

/** Thrown by a reader of pages that was given up, since it came to no end. */
export class TookTooLong extends Error {}

/** Why a reader threw: `took-too-long` where it was given up, else `failed`, a fault of ours. */
export const reasonOfThrown = (error: unknown): 'failed' | 'took-too-long' =>
  error instanceof TookTooLong ? 'took-too-long' : 'failed';
