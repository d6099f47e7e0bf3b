/** White space that stands inside a line of a page: space, tab, NBSP, the EN and EM family, U+3000. For use inside `[]`. */
export const spaces = ' \\t\\n\\r\\u00a0\\u2000-\\u200b\\u3000\\ufeff';

const anySpace = new RegExp(`[${spaces}]`);
const allSpaces = new RegExp(`[${spaces}]+`, 'g');
const fullWidth = /[\uff01-\uff5e]/g;

/** True for one Han character. */
export const isHan = (character: string | undefined): boolean =>
  character !== undefined && character >= '\u3400' && character <= '\u9fff';

/** True for one character of white space. Most characters are Han, which is told in less time. */
export const isSpace = (character: string | undefined): boolean =>
  character !== undefined && !isHan(character) && anySpace.test(character);

/** The text without any white space. */
export const withoutSpaces = (text: string): string => text.replace(allSpaces, '');

/** The text with full-width letters, digits and signs in half width. As long as the text, so that indexes hold. */
export const halfWidth = (text: string): string =>
  text.replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
