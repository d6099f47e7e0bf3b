import { readFileSync } from 'node:fs';
import { type OpenPage, openPage } from '../../open-page.ts';
import type { CorpusPage } from './corpora.ts';

/** Opens a page of a corpus in the encoding that the corpus names, else in the one that its bytes show. */
export function openCorpusPage({ file, charset, url }: CorpusPage): OpenPage {
  const bytes = readFileSync(file);
  return openPage(charset === null ? bytes : new TextDecoder(charset).decode(bytes), url);
}
