import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOfHtml } from '../extract/lines-of-html.ts';

/** A page of @mozilla/readability's own tests: its source, and the text that Readability is expected to give. */
export interface TestPage {
  readonly id: string;
  readonly file: string;
  /** The article, a block a line, by `linesOfHtml` of the expected HTML. */
  readonly expected: string;
}

/** The address that Readability's own tests give every page. */
export const testPageUrl = 'http://fakehost/test/page.html';

/**
 * The pages of a checkout's `test/test-pages` (or of its root, or of that folder itself), in order. Empty where there is none.
 * The pages are third parties' and are never copied: they are measured where they lie.
 */
export function readTestPages(folder: string): readonly TestPage[] {
  const nested = join(folder, 'test/test-pages');
  const root = existsSync(nested) ? nested : folder;
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .filter((id) => existsSync(join(root, id, 'expected.html')))
    .map((id) => ({
      id,
      file: join(root, id, 'source.html'),
      expected: linesOfHtml(readFileSync(join(root, id, 'expected.html'), 'utf8')),
    }));
}
