import { describe, expect, it } from 'vitest';
import { jsonLine } from '../../../lib/export/corpus/jsonl.ts';
import { recordOfRows } from '../../../lib/export/record.ts';
import type { Stored } from '../../../scripts/browsers/stored.ts';
import { essayRecord } from '../../../scripts/clip/record.ts';
import { answer, sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';
import { clipByCommandLine, exportByCommandLine } from '../support/command-line.ts';
import { keepByPopup } from '../support/popup.ts';
import { originalOf, pagesToCompare, sha256, written } from '../support/records.ts';

const stage = useChromium();

/** The newest capture of an address, with its body and original. */
async function keep(url: string): Promise<ReturnType<typeof originalOf>> {
  const page = await stage().visit(url);
  await keepByPopup(stage(), page);
  await page.close();
  const stored: Stored = await stage().stored();
  return originalOf(stored, url);
}

describe('the record kept in Chromium', () => {
  const lines = clipByCommandLine(pagesToCompare);

  it.each(pagesToCompare.map((url, index) => [url, index] as const))(
    'is that of the command line: %s',
    async (url, index) => {
      const { body } = await keep(url);
      expect(essayRecord(body)).toEqual(lines[index]?.essay);
      expect(body.provenance.recognition.score).toBe(lines[index]?.score);
      expect(body.provenance.recognition.evidence).toEqual(lines[index]?.evidence);
    },
  );

  it('is the same line of an export, but for the facts of its capture', async () => {
    const fromDisk = exportByCommandLine(pagesToCompare);
    const stored = await stage().stored();
    for (const line of fromDisk) {
      const row = stored.essays.find(({ id }) => id === line['id']);
      const body = stored.bodies.find(({ captureId }) => captureId === row?.captureId);
      const capture = stored.captures.find(({ id }) => id === row?.captureId);
      if (!row || !body || !capture) throw new Error(`Nothing is kept of ${line['originalUrl']}.`);
      const kept = JSON.parse(await jsonLine(recordOfRows(row, body, capture, [])));
      expect(kept).toMatchObject({ capture: { originalForm: 'served' }, keptAt: row.keptAt });
      expect({ ...kept, capture: null, keptAt: null }).toEqual(line);
    }
    expect(fromDisk).toHaveLength(pagesToCompare.length);
  });

  it('holds the served bytes, read from the cache', async () => {
    const url = sampleUrls.essay('1106');
    const before = stage().portal.requests.length;
    const { capture, bytes } = await keep(url);
    expect(
      stage()
        .portal.requests.slice(before)
        .filter((asked) => asked === url),
    ).toHaveLength(1);
    expect(written(bytes)).toBe(written(answer(new URL(url)).body));
    expect(capture).toMatchObject({
      originalForm: 'served',
      pageUrl: url,
      charset: 'gb18030',
      byteLength: bytes.length,
    });
    expect(capture.sha256).toBe(sha256(bytes));
  });

  it('has the counter that a script wrote, which the served bytes lack', async () => {
    const url = sampleUrls.essay('1102');
    const { body } = await keep(url);
    expect(body.hits).toBe(1286);
    expect(clipByCommandLine([url])[0]?.essay?.hits).toBeNull();
  });

  it.each([
    ['served=gb2312', 'a header that names the charset'],
    ['meta=no', 'no charset declared at all'],
    ['meta=no&served=gbk', 'a header in place of the meta'],
  ])('is right with %s: %s', async (query) => {
    const { body } = await keep(`${sampleUrls.essay('1104')}&${query}`);
    expect(body).toMatchObject({
      title: '读书要有三股劲',
      authors: ['方亮'],
      publishedOn: '2004-12-08',
      unit: '教务处',
    });
  });
});
