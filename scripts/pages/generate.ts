import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allPages, filesOfPage } from '../../tests/corpus/pages/all-pages.ts';

/* npm run pages: writes tests/pages anew from the composition, and takes away what is no longer part of it. */
const folder = resolve(import.meta.dirname, '../../tests/pages');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
for (const page of allPages) {
  mkdirSync(join(folder, page.slug));
  for (const [name, content] of filesOfPage(page)) writeFileSync(join(folder, page.slug, name), content);
}
console.log(`${allPages.length} pages written to tests/pages`);
