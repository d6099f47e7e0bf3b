// npm run widths [-- --step N]
// Every page in each of its states, in each language, at every width from 320 to 1920 pixels by N (20 unless told): what
// tests/browser/chromium/widths.test.ts looks at by a few widths. The extension must be built.
import { parseArgs } from 'node:util';
import { runTool } from './test/run-tool.ts';

const { values } = parseArgs({ options: { step: { type: 'string', default: '20' } } });
process.env['WIDTH_STEP'] = values.step;
const { ok, output } = await runTool('vitest/vitest.mjs', [
  'run',
  '--project',
  'chromium',
  'tests/browser/chromium/widths.test.ts',
]);
console.log(output.trim());
process.exitCode = ok ? 0 : 1;
