import { unwrapLive } from '../archive/unwrap-live.ts';
import type { Page } from '../archive/unwrapped.ts';
import { attributeOf, queryAll, rootOf, textOf, titleOf } from '../dom/tree.ts';
import { hostEvidence } from './host-evidence.ts';

/** Every word that makes the name of a Party school, simplified or traditional: what `findInstitution` looks for. */
const schoolWord = /[党黨](?:\([^)]{1,8}\))?校|行政[学學]院|社[会會]主[义義][学學]院|[干幹]部[学學]院/;

/**
 * Could this page be a Party school's? True when its host is like one's, or a school's name stands anywhere in it. On any other
 * page the recogniser would find no evidence of a school and stay below its threshold, so it need not be loaded.
 */
export function mayBeSchools(page: Page): boolean {
  const { document } = page;
  const { originalUrl } = unwrapLive(page);
  if (hostEvidence(originalUrl, null).some(([id]) => id.endsWith('-host'))) return true;
  if (schoolWord.test(titleOf(document)) || schoolWord.test(textOf(rootOf(document)) ?? '')) return true;
  const named = queryAll(document, 'img[alt], img[title], meta[content]');
  return [...named].some((element) =>
    ['alt', 'title', 'content'].some((name) => schoolWord.test(attributeOf(element, name) ?? '')),
  );
}
