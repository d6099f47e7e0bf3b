import { describe, expect, it } from 'vitest';
import { clean } from '../../../lib/clean/clean.ts';
import { readOutline } from '../../../lib/extract/outline.ts';
import { readRegion } from '../../../lib/extract/region.ts';
import { recordedPages } from '../../support/recorded.ts';
import { smallPage } from '../../support/small-page.ts';

/** What becomes of each line of a page: kept, or the rule that takes it; `–` for a page without a text. */
function fatesOf(markup: string): string {
  const { body, title } = smallPage(markup);
  const outline = readOutline(body, title);
  const region = readRegion(outline, null);
  if (region === null) return '–';
  const { lines, taken } = clean(region);
  return outline.lines.map((line) => (lines.includes(line) ? 'kept' : taken.get(line))).join(' ');
}

describe('what becomes of the lines of small pages is as it was recorded', () => {
  it.each(recordedPages('fates', fatesOf))('%j', (markup, reading) => {
    expect(fatesOf(markup)).toBe(reading);
  });
});
