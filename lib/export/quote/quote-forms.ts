/** The forms that a passage is quoted in. */
export const quoteForms = ['gbt', 'chicago', 'markdown', 'plain'] as const;
export type QuoteForm = (typeof quoteForms)[number];
