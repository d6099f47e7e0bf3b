import { imageLimits } from '../essay/image.ts';
import { originalLink } from './original-link.ts';
import { savedImageAddress } from './saved/saved-image.ts';
import type { Unwrapped } from './unwrapped.ts';

/** Makes the addresses that a page writes original, absolute ones; null where a kept essay may not hold them. */
export interface Resolvers {
  readonly resolve: (address: string) => string | null;
  /** Of an image: also one that was saved beside the page, or is written into it. */
  readonly resolveImage: (address: string) => string | null;
}

/** Images that a page may hold as `data:`: the types that are stored, as browsers and savers write them. */
const written = /^data:image\/(?:png|jpe?g|gif|webp|bmp)(?:;[\w=-]+)*;base64,/i;

/** The resolvers of one page. Images written into it count together: what is beyond the limits of an essay's images is dropped. */
export function resolversOf(page: Unwrapped): Resolvers {
  const left = { bytes: imageLimits.essayBytes as number, count: imageLimits.count as number };
  const resolve = (address: string): string | null => {
    const original = originalLink(address, page);
    return /^https?:/i.test(original) ? original : null;
  };
  const writtenImage = (address: string): string | null => {
    const [start] = written.exec(address.slice(0, 200)) ?? [];
    if (start === undefined) return null;
    const base64 = address.slice(start.length).replace(/\s/g, '');
    const bytes = (base64.length * 3) / 4;
    if (bytes > imageLimits.bytes || bytes > left.bytes || left.count === 0) return null;
    left.bytes -= bytes;
    left.count -= 1;
    return `${start.toLowerCase().replace('image/jpg', 'image/jpeg')}${base64}`;
  };
  return {
    resolve,
    resolveImage: (address) =>
      /^data:/i.test(address)
        ? writtenImage(address)
        : (savedImageAddress(address, page.originalUrl) ?? resolve(address)),
  };
}
