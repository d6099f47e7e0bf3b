import { contentForms } from './forms/content.ts';
import type { Form } from './forms/form.ts';
import { proseForms } from './forms/prose.ts';

export type { Form } from './forms/form.ts';

/** Every paragraph form. */
export const forms: readonly Form[] = [...proseForms, ...contentForms];
