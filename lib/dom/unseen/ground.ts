import { attributeOf, parentElementOf } from '../tree.ts';

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

/** Colours no further apart in any part are not distinguished by eye on a page. */
const near = 8;
const named: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  black: [0, 0, 0],
};

/** Reads `#fff`, `#ffffff`, `ffffff`, `rgb(255, 255, 255)` or `white`; null for other words. */
export function readColour(text: string): Colour | null {
  const word = text.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(word)?.[1];
  if (hex !== undefined) {
    const parts = hex.length === 3 ? [...hex].map((one) => one + one) : (hex.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
    return [red, green, blue];
  }
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+)\s*)?\)$/.exec(word);
  if (rgb && rgb[4] !== '0') return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  return named[word] ?? null;
}

export const isSameColour = (one: Colour, other: Colour): boolean =>
  one.every((part, n) => Math.abs(part - (other[n] ?? 0)) <= near);

/** The colour that an element's text has by its own declarations or its `color` attribute; null for none. */
export function ownColour(element: Element, declarations: string): Colour | null {
  const style = /(?:^|[;{\s])color\s*:\s*([^;!}]+)/i.exec(declarations)?.[1] ?? attributeOf(element, 'color');
  return style == null ? null : readColour(style);
}

/**
 * The colour behind an element, by what it and the elements around it declare; white where none does. Null where a picture or a
 * colour that is not understood lies behind it.
 */
export function groundOf(element: Element, declarationsOf: (element: Element) => string): Colour | null {
  for (let at: Element | null = element; at; at = parentElementOf(at)) {
    const style = /background(?:-color|-image)?\s*:\s*([^;}]+)/i
      .exec(declarationsOf(at))?.[1]
      ?.replace(/!important/i, '')
      .trim();
    if (attributeOf(at, 'background') !== null) return null;
    if (style !== undefined && !/^(?:none|transparent|inherit|initial|0 0)$/i.test(style)) return readColour(style);
    const attribute = attributeOf(at, 'bgcolor');
    if (attribute !== null) return readColour(attribute);
  }
  return [255, 255, 255];
}
