import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Essay } from '../../../lib/essay/essay.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { essayId } from '../../../lib/essay/identity.ts';
import { type ExportRecord, recordOfEssay } from '../../../lib/export/record.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { rulesVersion } from '../../../lib/pipeline/rules-version.ts';
import { root } from '../../build.ts';
import { openPage } from '../../open/open-page.ts';

/** An essay that was read, and its page. */
interface Sample {
  readonly essay: Essay;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function samples(): readonly Sample[] {
  const folder = join(root, 'tests/pages');
  return readdirSync(folder).flatMap((slug) => {
    const name = readdirSync(join(folder, slug)).find((file) => file.startsWith('source.'));
    const { url } = JSON.parse(readFileSync(join(folder, slug, 'origin.json'), 'utf8')) as { url?: string };
    if (name === undefined || url === undefined) return [];
    const bytes = new Uint8Array(readFileSync(join(folder, slug, name)));
    const read = readEssay({ document: openPage(bytes, url).document, url });
    return read.ok ? [{ essay: read.value, bytes }] : [];
  });
}

/**
 * So many essays as the command line hands them to a backup: those of the sample pages over and over, each under an address and with a title,
 * a first sentence and bytes of its own. Reading pages is another row's: here each is read once.
 */
export async function* essaysOfCommandLine(count: number): AsyncGenerator<ExportRecord> {
  const all = samples();
  for (let n = 0; n < count; n += 1) {
    const { essay, bytes } = all[n % all.length] as Sample;
    const originalUrl = `http://www${n % 500}.qsdx.example/show.asp?id=${n}`;
    const words = `第${n}号，${[...essay.title].toReversed().join('')}。`;
    const own: Essay = {
      ...essay,
      originalUrl,
      archivedCopy: null,
      title: `${essay.title}（${n}）`,
      html: `<p>${words}</p>${essay.html}`,
      text: `${words}\n${essay.text}`,
    };
    const page = new Uint8Array([...new TextEncoder().encode(`<!-- ${n} -->`), ...bytes]);
    const capture = {
      pageUrl: originalUrl,
      takenAt: '2026-11-24T08:00:00.000Z',
      charset: 'gb18030',
      originalForm: 'served' as const,
      rulesVersion,
      sha256: await sha256Hex(page),
      byteLength: page.length,
    };
    yield {
      ...recordOfEssay(await essayId(originalUrl), own),
      capture,
      originals: async function* () {
        yield { originalUrl, archivedCopy: null, capture, bytes: page, otherPages: [] };
      },
    };
  }
}
