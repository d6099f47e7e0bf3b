import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { type ReadStored, readStored } from '../../../lib/clean-again/clean-again.ts';
import { repairBody } from '../../../lib/clean-again/repair-body.ts';
import { getBody, getEssay } from '../../../lib/collection/get-essay.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';
import { parsePage } from '../../support/parse-page.ts';

const paragraph = (n: number): string =>
  `<p>第${n}段。县域是城乡之间的纽带，转型要从产业做起，这一段说的是第${n}件事，写得够长，算得上正文。</p>`;
const page = `<html><head><title>论县域</title></head><body><h1>论县域</h1>${[0, 1, 2, 3, 4, 5].map(paragraph).join('')}</body></html>`;

const read: ReadStored = (body, pages) => readStored(body, pages, parsePage);

it('reads a text that is lost again from the original bytes, and settles what was found', async () => {
  const collection = emptyCollection();
  const short = { text: '第0段。', html: '<p>第0段。</p>' };
  const kept = expectValue(await keepEssay(collection, sampleKeeping(short, {}, page)));
  await collection.bodies.delete(kept.captureId);
  await checkCollection(collection);
  const found = { table: 'bodies', reason: 'missing', essayId: kept.id };
  expect(expectValue(await listFindings(collection, 99))).toMatchObject({ open: [found], past: [] });

  expectValue(await repairBody(collection, kept.captureId, read));
  const row = expectValue(await getEssay(collection, kept.id));
  const body = expectValue(await getBody(collection, row?.captureId ?? ''));
  expect(body?.text).toContain('第5段');
  expect(body?.originalUrl).toBe('http://www.example-school.cn/article/show.asp?id=12');
  expect(expectValue(await listFindings(collection, 99))).toMatchObject({ open: [], past: [found] });
});

it('reads nothing from bytes that are not those that were taken', async () => {
  const collection = emptyCollection();
  const kept = expectValue(await keepEssay(collection, sampleKeeping({}, {}, page)));
  const other = expectValue(await keepEssay(collection, sampleKeeping({ originalUrl: 'http://a.example/1' })));
  const bytes = await collection.originals.get(other.captureId);
  await collection.table('originals').update(kept.captureId, { gzip: bytes?.gzip });
  expect(await repairBody(collection, kept.captureId, read)).toMatchObject({ problem: { code: 'damaged' } });
});
