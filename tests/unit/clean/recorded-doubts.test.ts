import { describe, expect, it } from 'vitest';
import { clean } from '../../../lib/clean/clean.ts';
import { agreementOf, doubtedLines, isProse } from '../../../lib/clean/doubts.ts';
import { removalsOf } from '../../../lib/clean/removals.ts';
import { readOutline } from '../../../lib/extract/outline.ts';
import { readRegion } from '../../../lib/extract/region.ts';
import { recordedPages } from '../../support/recorded.ts';
import { smallPage } from '../../support/small-page.ts';

/** So many characters of a removal are shown. */
const shown = 30;
const rounded = (share: number | null): string => (share === null ? '–' : String(Math.round(share * 100) / 100));

/**
 * Where the second reader keeps all but what stands in `.no`: the lines that are doubted, how far both agree, which lines are prose (`p`), and
 * each removal with its rule, the words before it, and 1 where it is doubted.
 */
function doubtsOf(markup: string): string {
  const { body, title } = smallPage(markup);
  const outline = readOutline(body, title);
  const region = readRegion(outline, null);
  if (region === null) return '–';
  const { lines: all, passed } = outline;
  const { lines: essay, taken } = clean(region);
  const article = new Set(all.filter(({ block }) => !block.closest('.no')));
  const doubted = doubtedLines({ all, essay, article });
  const removals = removalsOf({ all, rules: taken, passed, doubted });
  return [
    [...doubted].map(({ index }) => index).join(','),
    rounded(agreementOf({ all, essay, article })),
    rounded(agreementOf({ all, essay, article: new Set() })),
    all.map((line) => (isProse(line) ? 'p' : '-')).join(''),
    JSON.stringify(
      removals.map(({ rule, text, after, doubted: isDoubted }) => [
        rule,
        text.slice(0, shown),
        after,
        isDoubted ? 1 : 0,
      ]),
    ),
  ].join(' ¦ ');
}

describe('what two readings of small pages differ in is as it was recorded', () => {
  it.each(recordedPages('doubts', doubtsOf))('%j', (markup, reading) => {
    expect(doubtsOf(markup)).toBe(reading);
  });
});
