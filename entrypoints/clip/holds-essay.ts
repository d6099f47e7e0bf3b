/** Length of a probe, in UTF-16 units: long enough not to be found by chance, short enough to lie between two tags. */
const PROBE = 8;
/** Probes that are tried, spread over the essay. */
const PROBES = 12;

/**
 * True when a page's source holds an essay's text: when a sixth of the probes taken from the text are found in it.
 * Not all of them, since tags and entities cut through words, and the other pages of a paginated essay are elsewhere;
 * a login or error page holds none.
 */
export function holdsEssay(source: string, essayText: string): boolean {
  const haystack = squeeze(source.replace(/<[^<>]*>/g, '').replace(/&nbsp;/gi, ' '));
  const text = squeeze(essayText);
  const step = Math.max(1, Math.floor((text.length - PROBE) / PROBES));
  const probes = Array.from({ length: PROBES }, (_, n) => text.slice(n * step, n * step + PROBE)).filter(Boolean);
  const found = probes.filter((probe) => haystack.includes(probe));
  return found.length * 6 >= probes.length;
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
