import type { Keeping, KeepingPage } from '../collection/keep/keep-request.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { type Outcome, succeed } from '../essay/outcome.ts';
import { withCutMark } from '../pipeline/missing-page.ts';
import type { ReadProblem } from '../pipeline/read-page.ts';
import { rulesVersion } from '../pipeline/rules-version.ts';
import { type FetchPage, readWholeEssay, type WholeOptions } from '../pipeline/whole-essay.ts';
import { copyInSource, type OpenBytes, type OpenSource, openSource } from './open-source.ts';
import type { PageSet } from './page-sets.ts';

/** Reads the essay of a set of pages, ready to be kept. Fetches nothing: a page that the set lacks is missing. */
export async function readSet(
  { first, opened, others }: PageSet,
  open: OpenBytes,
  options: Omit<WholeOptions, 'pause'> = {},
): Promise<Outcome<Keeping, ReadProblem>> {
  const fetched: (KeepingPage & { readonly page: OpenSource })[] = [];
  const fetchPage: FetchPage = async (address) => {
    const other = others.get(normaliseUrl(address));
    if (other === undefined) return null;
    const page = await openSource(other, open);
    fetched.push({ page, address, charset: page.charset, bytes: other.bytes });
    return page;
  };
  try {
    const read = await readWholeEssay(opened, fetchPage, { ...options, pause: [0, 0] });
    if (!read.ok) return read;
    const { missingPages } = read.value.provenance;
    const isCut = [first, ...others.values()].some(({ cut }) => cut === true);
    return succeed({
      essay: {
        ...read.value,
        html: isCut ? withCutMark(read.value.html) : read.value.html,
        archivedCopy: copyInSource(read.value.archivedCopy, first),
      },
      capture: {
        pageUrl: opened.url,
        takenAt: new Date().toISOString(),
        charset: opened.charset,
        originalForm: first.container === 'warc' ? 'served' : 'file',
        rulesVersion,
      },
      original: first.bytes,
      otherPages: fetched
        .filter(({ address }) => !missingPages.includes(address))
        .map(({ address, charset, bytes }) => ({ address, charset, bytes })),
    });
  } finally {
    for (const { page } of fetched) page.close();
  }
}
