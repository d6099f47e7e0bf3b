// npm run new -- family|rule|format|archive NAME
// Writes the files that such a thing begins with, puts it into the lists, and names what is left to do.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './build.ts';
import { kinds } from './new/kinds.ts';
import { filesOf } from './new/scaffold.ts';
import { runTool } from './test/run-tool.ts';

const [kind = '', name = ''] = process.argv.slice(2);
const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
if (make === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(name)) {
  console.error(`Usage: npm run new -- ${Object.keys(kinds).join('|')} NAME, where NAME is in lower case: set-in-box`);
  process.exit(2);
}
const read = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
const scaffold = make(name);
const files = filesOf(scaffold, read);
for (const [path, text] of files) {
  const isNew = read(path) === null;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`${isNew ? 'new    ' : 'changed'} ${path}`);
}
// Puts imports in order and quotes away where a name needs none; tells what it cannot mend.
const formatted = await runTool('@biomejs/biome/bin/biome', [
  'check',
  '--write',
  ...[...files.keys()].filter((path) => !path.endsWith('.md')),
]);
if (!formatted.ok) console.log(formatted.output);
// The types of texts follow the locales.
if (scaffold.texts.length > 0) await runTool('wxt/bin/wxt.mjs', ['prepare']);
console.log('\nLeft to do:');
for (const sentence of scaffold.left) console.log(`  - ${sentence}`);
