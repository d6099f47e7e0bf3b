const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, between tags or in an attribute: marked up characters escaped, and those that XML has no way to write taken out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\P{Cc}]|[\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** An element with text in it; nothing for no text. `attributes` are written already, a space before each. */
export const xmlElement = (name: string, text: string | null | undefined, attributes = ''): string =>
  text ? `<${name}${attributes}>${escapeXml(text)}</${name}>` : '';
