// npm run widths [-- STATE…] [--step N] [--language zh_CN|zh_TW|en]
// Every page in each of its states, in each language, at every width from 320 to 1920 pixels by N (20 unless told): what
// tests/browser/proofs/chromium/widths.test.ts looks at by a few widths. STATE: parts of the names of states
// (tests/browser/support/sweep/states.ts), all of them unless told. The extension must be built.
import { parseArgs } from 'node:util';
import { runTool } from './test/run-tool.ts';

const { values, positionals } = parseArgs({
  options: { step: { type: 'string', default: '20' }, language: { type: 'string', default: '' } },
  allowPositionals: true,
});
process.env['WIDTH_STEP'] = values.step;
process.env['WIDTH_STATES'] = positionals.join(',');
const { ok, output } = await runTool('vitest/vitest.mjs', [
  'run',
  '--project',
  'proofs-chromium',
  'tests/browser/proofs/chromium/widths.test.ts',
  '-t',
  `in ${values.language}`,
]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
