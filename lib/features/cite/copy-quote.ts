import type { Collection } from '../../collection/collection.ts';
import { quotePassage } from '../../export/quote/quote.ts';
import type { QuoteForm } from '../../export/quote/quote-forms.ts';
import { readSettings } from '../../settings/settings.ts';
import { loadRomanise } from './romanise.ts';
import { worksOf } from './works-of.ts';

/**
 * Copies a passage with the citation of its essay, in a form or in the one used last. Rejects when the essay cannot be read or the
 * browser lets nothing be copied. To be called from a press.
 */
export async function copyQuote(
  collection: Collection,
  id: string,
  words: string,
  wanted: QuoteForm | null,
): Promise<void> {
  const form = wanted ?? (await readSettings()).quoteForm;
  const romanise = form === 'chicago' ? await loadRomanise() : () => '';
  for await (const work of worksOf(collection, [id])()) {
    const { text, html } = quotePassage({ words, note: '', work }, form, romanise);
    const blob = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
    const item = { ...blob('text/plain', text), ...(html === null ? {} : blob('text/html', html)) };
    return navigator.clipboard.write([new ClipboardItem(item)]);
  }
  throw new Error(`No essay ${id}`);
}
