import { columnEssays, sampleColumns } from '../../../tests/corpus/portal/column.ts';
import { encodeGb2312 } from '../../../tests/corpus/portal/gb2312.ts';
import { nbdxEssayPage } from '../../../tests/corpus/portal/pages.ts';
import { sampleUrls } from '../../../tests/corpus/portal/routes.ts';
import type { ExtraPage } from '../../../tests/corpus/portal/server.ts';

const essays = columnEssays(sampleColumns.long);
const FIRST = 30_001;

/** Page `at` of as many different essays of the sample portal as are wanted, from 0. */
export function numberedPage(at: number): ExtraPage {
  const essay = essays[at % essays.length];
  if (essay === undefined) throw new Error('The sample portal has no essays.');
  const id = String(FIRST + at);
  const page = nbdxEssayPage({ ...essay, id, title: `${essay.title}·${at + 1}` });
  return { url: sampleUrls.essay(id), body: encodeGb2312(page) };
}
