import { describe, expect, it } from 'vitest';
import { linesOfPage } from '../../support/lines-of-page.ts';
import { recordedPages } from '../../support/recorded.ts';

describe('lines of small pages are read as they were recorded', () => {
  it.each(recordedPages('lines', linesOfPage))('%j', (markup, reading) => {
    expect(linesOfPage(markup)).toBe(reading);
  });
});
