// npm run looks [-- FILE…]
// Takes the pictures of all states that browser tests in Chromium come by, in both themes: `.screenshots/LANGUAGE/SCHEME/NAME.png`.
// FILE: parts of names of test files, all that take pictures unless told. The extension must be built.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.ts';
import { runTool } from './test/run-tool.ts';

const folder = 'tests/browser/chromium';
const named = process.argv.slice(2);
const files = readdirSync(join(root, folder))
  .filter((name) => readFileSync(join(root, folder, name), 'utf8').includes('support/looks.ts'))
  .filter((name) => named.length === 0 || named.some((part) => name.includes(part)))
  .map((name) => `${folder}/${name}`);
process.env['WENCUN_PICTURES'] = '1';
const { ok, output } = await runTool('vitest/vitest.mjs', ['run', '--project', 'chromium', ...files]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
