// npm run looks [-- FILE…]
// Takes the pictures of all states that browser tests in Chromium come by, in both themes: `.screenshots/LANGUAGE/SCHEME/NAME.png`.
// FILE: parts of names of test files, all that take pictures unless told. The extension must be built.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.ts';
import { runTool } from './test/run-tool.ts';

const named = process.argv.slice(2);
const files = ['tests/browser/chromium', 'tests/browser/proofs/chromium'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /support\/look(?:s|-at-pages)\.ts/.test(readFileSync(join(root, folder, name), 'utf8')))
    .filter((name) => named.length === 0 || named.some((part) => name.includes(part)))
    .map((name) => `${folder}/${name}`),
);
process.env['WENCUN_PICTURES'] = '1';
const projects = ['chromium', 'proofs-chromium'].flatMap((project) => ['--project', project]);
const { ok, output } = await runTool('vitest/vitest.mjs', ['run', ...projects, ...files]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
