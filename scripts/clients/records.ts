import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { essayId } from '../../lib/essay/identity.ts';
import { type ExportRecord, recordOfEssay } from '../../lib/export/record.ts';
import { readEssay } from '../../lib/pipeline/read-page.ts';
import { openPage } from '../open/open-page.ts';
import { hardRecords } from './hard-records.ts';

/** When the pages are said to have been taken: the same each time, so that exports are too. */
const takenAt = '2026-11-24T08:00:00.000Z';

/** The essays of all composed pages, and hard ones. */
export async function clientRecords(folder: string): Promise<readonly ExportRecord[]> {
  const records: ExportRecord[] = [];
  for (const slug of readdirSync(folder)) {
    const name = readdirSync(join(folder, slug)).find((file) => file.startsWith('source.'));
    const { url } = JSON.parse(readFileSync(join(folder, slug, 'origin.json'), 'utf8')) as { url?: string };
    if (name === undefined || url === undefined) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, slug, name)));
    const { document } = openPage(bytes, url);
    const read = readEssay({ document, url });
    if (!read.ok) continue;
    const capture = {
      pageUrl: url,
      takenAt,
      charset: 'gb18030',
      originalForm: 'served' as const,
      rulesVersion: 1,
      sha256: 'ab'.repeat(32),
      byteLength: bytes.length,
    };
    const { originalUrl, archivedCopy } = read.value;
    const record = recordOfEssay(await essayId(`${originalUrl}#${slug}`), read.value);
    const originals: ExportRecord['originals'] = async function* () {
      yield { originalUrl, archivedCopy, capture, bytes, otherPages: [] };
    };
    records.push({ ...record, capture, originals });
  }
  const [first] = records;
  return first === undefined ? [] : [...records, ...hardRecords(first.essay)];
}
