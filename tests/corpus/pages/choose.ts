/** A choice that depends on nothing but the page's key and the name of the choice: the same in every run. */
export type Choose = <T>(name: string, options: readonly [T, ...T[]]) => T;

/** 32-bit FNV-1a of a text (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  // FNV's low bits follow the last character closely: mix the high ones in.
  return (value ^ (value >>> 15) ^ (value >>> 7)) >>> 0;
}

/** The choices of one page. */
export const chooser =
  (key: string): Choose =>
  (name, options) =>
    options[hash(`${key}/${name}`) % options.length] ?? options[0];
