import {
  attributeNamesOf,
  attributeOf,
  documentOf,
  nextElementOf,
  parentElementOf,
  query,
  queryAll,
  tagOf,
  textOf,
} from './tree.ts';

/** Attributes that name an image which a script loads later, whatever `src` shows until then (lazyload, Discuz, Sina, UEditor …). */
const lateNames = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazy',
  'data-lazyload',
  'data-lazyload-src',
  'data-echo',
  'data-actualsrc',
  'data-original-src',
  'data-hi-res-src',
  'original',
  'lazy-src',
  'lazysrc',
  'lazyload',
  'real_src',
  'realsrc',
  'loadsrc',
  '_src',
  'zoomfile',
  'file',
  // Teleport Pro, beside the path in its mirror.
  'tppabs',
];
/** Attributes whose value is no address of the image itself. */
const otherNames =
  /^(?:src|srcset|alt|title|name|id|class|style|href|usemap|longdesc|lowsrc|width|height|sizes|on.*|data-sf.*)$/i;
const imageFile = /^[^\s<>"]+\.(?:gif|jpe?g|jfif|png|bmp|webp)(?:[?#][^\s<>"]*)?$/i;
const addressLike = /^(?:https?:|\/|\.{1,2}\/)[^\s<>"]+$/i;
/** Names that stand for "not here yet": a file's whole name, but for digits. */
const placeholderName =
  /^(?:gr[ae]y|loading|load|lazy(?:load)?|blank|spacer|placeholder|transparent|trans|pixel|empty|default|none|white|clear|1x1)[\d_x-]*\.(?:gif|png|jpe?g|svg|webp)$/i;
/** A `data:` image of fewer characters may stand in for another: one pixel, or an empty drawing. */
const emptyData = 300;

/**
 * The address of the image that an `<img>` shows or is to show: as the page writes it. Null where it names none: no `src` at all, an
 * empty one, or a dot that stands in for nothing. A placeholder gives way to what a script would load in its place.
 */
export function imageAddressOf(image: Element): string | null {
  const src = attributeOf(image, 'src')?.trim() ?? '';
  if (/^data:image\/(?!svg)/i.test(src) && src.length >= emptyData) return src;
  const given = attributeNamesOf(image);
  for (const name of lateNames) {
    const late = given.includes(name) ? attributeOf(image, name)?.trim() : null;
    if (late && isImageAddress(late)) return late;
  }
  const stands = src !== '' && !/^(?:data|about|javascript|blob):|^#/i.test(src);
  if (stands && !placeholderName.test(fileNameOf(src))) return src;
  return (
    sharedImage(image, src) ??
    [...image.attributes]
      .find(({ name, value }) => !otherNames.test(name) && imageFile.test(value.trim()))
      ?.value.trim() ??
    largestOf(attributeOf(image, 'srcset') ?? sourceSetOf(image)) ??
    unscriptedAddress(image) ??
    (stands || /^data:image\/(?!svg)/i.test(src) || (/^data:image/i.test(src) && src.length >= emptyData) ? src : null)
  );
}

/** The last part of an address's path, without the query. */
export const fileNameOf = (address: string): string =>
  /^data:/i.test(address) ? '' : (address.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '');

const isImageAddress = (value: string): boolean => imageFile.test(value) || addressLike.test(value);

/** SingleFile writes an image that a page shows twice once: as a variable of its style sheet, behind an empty drawing. */
function sharedImage(image: Element, src: string): string | null {
  const variable = /var\((--sf-img-\d+)\)/.exec(attributeOf(image, 'style') ?? '')?.[1];
  if (variable === undefined || !/^data:/i.test(src)) return null;
  for (const sheet of queryAll(documentOf(image), 'style') ?? []) {
    const text = textOf(sheet) ?? '';
    const at = text.indexOf(`${variable}:`);
    const [, address] = at < 0 ? [] : (/url\(\s*["']?([^"')]+)/.exec(text.slice(at)) ?? []);
    if (address !== undefined) return address;
  }
  return null;
}

/** The candidate of a `srcset` that states the most pixels (HTML standard, 4.8.4.2.1). */
function largestOf(set: string): string | null {
  const candidates = set
    .split(/,\s+|\s+,/)
    .map((candidate) => candidate.trim().split(/\s+/))
    .filter(([address = '']) => isImageAddress(address) || imageFile.test(address))
    .map(([address = '', width = '1x']) => ({ address, pixels: Number.parseFloat(width) || 0 }));
  return candidates.toSorted((a, b) => b.pixels - a.pixels)[0]?.address ?? null;
}

const sourceSetOf = (image: Element): string =>
  tagOf(parentElementOf(image))?.toUpperCase() === 'PICTURE'
    ? (attributeOf(query(parentElementOf(image), 'source[srcset]'), 'srcset') ?? '')
    : '';

/** The image that is shown where no script runs: in a `<noscript>` right behind, parsed or as text. */
function unscriptedAddress(image: Element): string | null {
  const next = nextElementOf(image);
  if (tagOf(next)?.toUpperCase() !== 'NOSCRIPT') return null;
  const parsed = attributeOf(query(next, 'img'), 'src');
  const written = /<img\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/i.exec(textOf(next) ?? '')?.[1];
  return parsed ?? written ?? null;
}
