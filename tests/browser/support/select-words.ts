import type { Page } from 'playwright-core';

/** Selects the first words of the text that is read, as a reader with caret browsing does; gives them. `length`: characters. */
export const selectWords = (reader: Page, length: number): Promise<string> =>
  reader.evaluate((count) => {
    const text = document.createTreeWalker(document.querySelector('.essay') ?? document.body, 4).nextNode();
    const range = document.createRange();
    if (text === null) return '';
    range.setStart(text, 0);
    range.setEnd(text, count);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return range.toString().trim();
  }, length);
