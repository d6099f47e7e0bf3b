import type { Collection } from '../../collection/collection.ts';
import { listBy, loadForm } from '../../export/cite/references.ts';
import { readSettings } from '../../settings/settings.ts';
import { copyRich } from './copy.ts';
import { worksOf } from './works-of.ts';

/** Copies the reference to an essay in the style used last. Rejects when it cannot be read or copied. To be called from a press. */
export async function copyCitation(collection: Collection, id: string): Promise<void> {
  const form = await loadForm((await readSettings()).citeStyle);
  for await (const work of worksOf(collection, [id])()) return copyRich(listBy(form, [work]));
  throw new Error(`No essay ${id}`);
}
