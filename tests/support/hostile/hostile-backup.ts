import { addHighlight } from '../../../lib/collection/actions/highlights.ts';
import { setNote } from '../../../lib/collection/actions/note.ts';
import { saveSearch } from '../../../lib/collection/actions/saved-searches.ts';
import { createShelf, putOnShelf } from '../../../lib/collection/actions/shelves.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import { writeBackup } from '../../../lib/collection/backup/write-backup.ts';
import { keepEssays } from '../../../lib/collection/keep/keep-essay.ts';
import { hostileBodies } from '../../corpus/hostile/bodies.ts';
import { hostileFields } from '../../corpus/hostile/fields.ts';
import { hostilePage } from '../../corpus/hostile/page.ts';
import { emptyCollection, expectValue } from '../collections.ts';
import { sampleKeeping } from '../keepings.ts';

const field = (at: number): string => hostileFields[at % hostileFields.length] ?? '';

/**
 * A backup as a stranger would make it: every hostile body as the stored text of an essay, a hostile text in every field, as a tag,
 * a note, a collection, a search and beside a highlight. `fake-indexeddb/auto` must be imported by the test.
 */
export async function hostileBackup(): Promise<Buffer> {
  const collection = emptyCollection();
  const keepings = hostileBodies.map(({ html }, at) =>
    sampleKeeping(
      {
        title: field(at),
        authors: [field(at + 1)],
        unit: field(at + 2),
        source: field(at + 3),
        column: [field(at + 4)],
        institution: field(at + 5),
        editor: field(at + 6),
        keywords: [field(at + 7)],
        abstract: field(at + 8),
        originalUrl: `http://www.nbdx.cn/show.asp?id=${70_000 + at}`,
        html: `<p>甲${html}</p>`,
        text: `水渠 ${at} ${field(at + 9)}`,
      },
      {},
      hostilePage(html, field(at)),
    ),
  );
  const kept = (await keepEssays(collection, keepings)).map((outcome) => expectValue(outcome).id);
  for (const [at, text] of hostileFields.entries()) {
    const essayId = kept[at] ?? '';
    await tagEssays(collection, [essayId], { add: [text] });
    await setNote(collection, essayId, text);
    const shelf = await createShelf(collection, text);
    if (shelf.ok) await putOnShelf(collection, [essayId], shelf.value.id);
    await saveSearch(collection, text, `q=${text}`);
    const quote = { exact: '水渠', prefix: '', suffix: ` ${at}` };
    await addHighlight(collection, { essayId, colour: 'green', note: text, quote, position: { start: 0, end: 2 } });
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  expectValue(await writeBackup(collection, {}, (bytes) => void parts.push(bytes)));
  return Buffer.concat(parts);
}
