import { i18n } from '#i18n';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { QuoteForm } from '../../../lib/export/quote/quote-forms.ts';
import { changeSettings } from '../../../lib/settings/settings.ts';

/** Copies words of an essay with their citation, in a form that is remembered or (null) in the one used last; gives what the reader is told. */
export async function quoteWords(
  collection: Collection,
  essayId: string,
  words: string,
  form: QuoteForm | null,
): Promise<string> {
  try {
    const { copyQuote } = await import('../../../lib/features/cite/copy-quote.ts');
    await copyQuote(collection, essayId, words, form);
    if (form !== null) await changeSettings({ quoteForm: form });
    return i18n.t('quoting.copied');
  } catch {
    return i18n.t('cite.notCopied');
  }
}

/** Copies words as they stand; gives what the reader is told. */
export const copyWords = (words: string): Promise<string> =>
  navigator.clipboard.writeText(words).then(
    () => i18n.t('quoting.copied'),
    () => i18n.t('cite.notCopied'),
  );
