#!/usr/bin/env node
// Runs scripts/NAME.ts, on a machine that has only Node >= 20 and npm:
//   node scripts/run.mjs NAME [ARGUMENTS…]
// Installs the dependencies when they are missing or older than package-lock.json, then starts the script on a Node
// that runs TypeScript by stripping its types (>= 22.18): the system's own, else the one that npm installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const bundledNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [name, ...args] = process.argv.slice(2);
// The command line's output is for pipes: its set-up speaks only when it fails.
const quiet = name === 'clip';

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { packages: {} });

/** True when each package of the lock file stands in node_modules in its version; npm's own record tells, no clock. */
function isInstalled() {
  const installed = readJson(join(modules, '.package-lock.json')).packages;
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || installed[path]?.version === entry.version,
  );
}

/** True for a Node that strips types without a flag: 22.18 and newer of that line, 23.6 and everything after it. */
function stripsTypes(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** The environment without node_modules on the PATH: npm must not run on a Node that it is about to replace. */
function environmentOfTheSystem() {
  const outside = (folder) => !resolve(folder).startsWith(modules + sep);
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder && outside(folder));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Runs a set-up command with its output on stderr (kept back until it fails when quiet); ends the run if it fails. */
function setUp(command, commandArgs, cwd) {
  const done = spawnSync(command, commandArgs, {
    cwd,
    env: environmentOfTheSystem(),
    shell: process.platform === 'win32',
    stdio: quiet ? 'pipe' : ['ignore', process.stderr, process.stderr],
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  console.error(`wencun: "${command} ${commandArgs.join(' ')}" failed${done.error ? `: ${done.error.message}` : ''}.`);
  process.exit(1);
}

/** The Node to run the script on. The package `node` fetches it when installed, unless npm blocks install scripts. */
function nodeForScripts() {
  if (stripsTypes(process.version)) return process.execPath;
  if (!existsSync(bundledNode)) setUp('node', ['installArchSpecificPackage.js'], join(modules, 'node'));
  return bundledNode;
}

const script = join(root, 'scripts', `${name}.ts`);
if (!name || !existsSync(script)) {
  console.error('Usage: node scripts/run.mjs NAME [ARGUMENTS…], where scripts/NAME.ts exists.');
  process.exit(2);
}
if (!isInstalled()) {
  if (!quiet) console.error('wencun: installing dependencies (npm ci) …');
  setUp('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], root);
}

// Node keeps what it compiled for the next start, which takes half the time then; where it may not write, it does without.
const env = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'), ...process.env };
const child = spawn(nodeForScripts(), ['--disable-warning=ExperimentalWarning', script, ...args], {
  stdio: 'inherit',
  env,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm hands a signal to the shell between, which ends without passing it on: then this process has a new parent.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
child.on('error', (problem) => {
  console.error(`wencun: ${problem.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 1;
  if (!signal) return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
