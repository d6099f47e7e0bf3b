import * as v from 'valibot';
import { browser } from 'wxt/browser';

import type { InterfaceLanguage } from './settings.ts';

const messages = v.record(v.string(), v.looseObject({ message: v.string() }));

/**
 * Has this page, or the background, speak the language that the reader chose in the place of the browser's own. To be called before
 * anything is said. Where the texts cannot be read the browser's language stays.
 */
export async function speakIn(language: InterfaceLanguage): Promise<void> {
  if (language === '') return;
  try {
    const answer = await fetch(new URL(`/_locales/${language}/messages.json`, browser.runtime.getURL('/')));
    const texts = v.parse(messages, await answer.json());
    const own = browser.i18n.getMessage.bind(browser.i18n);
    const getMessage = (name: string, parts?: string | string[]): string => {
      const text = texts[name]?.message;
      return text === undefined ? own(name as Parameters<typeof own>[0], parts) : filled(text, [parts ?? []].flat());
    };
    Object.assign(browser.i18n, { getMessage });
  } catch {
    // Said in the browser's language all the same.
  }
}

/** A message with its places filled, as browsers fill them: `$1` to `$9`, and `$$` for a dollar sign. */
const filled = (text: string, parts: readonly string[]): string =>
  text.replace(/\$(\$|[1-9])/g, (_, place: string) => (place === '$' ? '$' : (parts[Number(place) - 1] ?? '')));
