import { describe, expect, it } from 'vitest';
import { outlineOfPage } from '../../support/outline-of-page.ts';
import { recordedPages } from '../../support/recorded.ts';

describe('outlines of small pages are read as they were recorded', () => {
  it.each(recordedPages('outlines', outlineOfPage))('%j', (markup, reading) => {
    expect(outlineOfPage(markup)).toBe(reading);
  });
});
