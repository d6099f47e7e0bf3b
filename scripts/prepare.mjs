// Runs after `npm install`: writes .wxt, whose types and settings `npm run unit` and editors read.
// It never fails an installation: what it leaves undone, `npm test`, `npm run check` and `npm run dev` do themselves.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inModules = (...path) => join(root, 'node_modules', ...path);
const wxt = inModules('wxt', 'bin', 'wxt.mjs');
// WXT wants a newer Node than npm may run on; the package `node` brings it, unless npm blocks install scripts.
const bundled = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const node = existsSync(bundled) ? bundled : process.execPath;
const done = existsSync(wxt) ? spawnSync(node, [wxt, 'prepare'], { cwd: root, encoding: 'utf8' }) : { status: 0 };
if (done.status !== 0) console.error('wencun: .wxt could not be written yet; npm test does it.');
