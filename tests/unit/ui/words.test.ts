import { describe, expect, it } from 'vitest';
import { rules } from '../../../lib/clean/rules.ts';
import {
  archiveWords,
  authorsLine,
  evidenceName,
  placeName,
  problemSentence,
  removalName,
} from '../../../lib/ui/words.ts';

const chinese = /^[^a-z]+$/;

it('names what every cleaning rule takes out', () => {
  for (const rule of rules) expect(removalName(rule.id)).toMatch(chinese);
});

describe('a place', () => {
  it('is named', () => {
    for (const place of ['credit-line', 'title-element', 'breadcrumb', 'byline', 'footer', 'comment:hanweb'])
      expect(placeName(place)).toMatch(chinese);
  });

  it('keeps the name of a meta element', () => {
    expect(placeName('meta:PubDate')).toContain('PubDate');
  });
});

it('shows a word that nobody has named yet as it is', () => {
  expect(evidenceName('new-evidence')).toBe('new-evidence');
  expect(evidenceName('constructor')).toBe('constructor');
  expect(problemSentence('quite unforeseen')).toContain('quite unforeseen');
});

it('says which archive and when', () => {
  expect(archiveWords({ archive: 'wayback', capturedAt: '2005' })).toBe('Wayback Machine，存于 2005年');
  expect(archiveWords({ archive: 'mhtml', capturedAt: null })).toBe('MHTML 文件');
});

it('parts authors as the language does', () => {
  expect(authorsLine(['林秋白', '沈若谷'])).toBe('林秋白、沈若谷');
});
