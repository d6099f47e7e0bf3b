import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** Remark as people have it: GitHub's marks, and dollar signs as mathematics. */
const packages = ['remark@15', 'remark-gfm@4', 'remark-math@6', 'remark-html@16'];

const program = `import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import gfm from 'remark-gfm';
import math from 'remark-math';
import html from 'remark-html';
const reader = remark().use(gfm).use(math).use(html, { sanitize: false });
const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((text) => String(reader.processSync(text)))));
`;

/** What remark makes of some texts, as HTML: it is installed from npm for the time of the run. Throws where it cannot be had. */
export function readByRemark(texts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'wencun-remark-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'read.js'), program);
    runProgram('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], { cwd: folder });
    const { out } = runProgram(process.execPath, ['read.js'], { cwd: folder, input: JSON.stringify(texts) });
    return JSON.parse(out) as readonly string[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
