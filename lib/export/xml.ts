import { escapeHtml } from '../essay/escape-html.ts';

/** Text for XML 1.0, between tags or in an attribute: marked up characters escaped, and those that XML has no way to write taken out. */
export const escapeXml = (text: string): string => escapeHtml(xmlCharacters(text));

/** The text without the characters that XML 1.0 has no way to write, for libraries that escape by themselves. */
export const xmlCharacters = (text: string): string => text.replace(/[^\t\n\r\P{Cc}]|[\p{Cs}\ufffe\uffff]/gu, '');

/** An element with text in it; nothing for no text. `attributes` are written already, a space before each. */
export const xmlElement = (name: string, text: string | null | undefined, attributes = ''): string =>
  text ? `<${name}${attributes}>${escapeXml(text)}</${name}>` : '';
