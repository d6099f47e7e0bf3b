import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';
import { streamMemory } from './clusters/memory.ts';
import { pageLines, writeManifest } from './clusters/pages.ts';
import { projectionOf } from './clusters/projection.ts';
import { clip, run } from './clusters/run.ts';
import { startSlurm } from './clusters/slurm.ts';
import { until } from './clusters/until.ts';
import { canInstall, installPackages } from './setup/apt.ts';
import { firstProgram } from './setup/programs.ts';

/*
 * npm run test:clusters [-- --pages 2000] [--memory 50000]: sends the same pages through the command line in one process, as a stream, by
 * GNU parallel, and by a Slurm job array of which a task is killed; compares what came of them byte for byte, and writes
 * docs/benchmarks/clusters.md. Debian's packages are installed where this process may. Exit status 1 when a bar is missed.
 */

const PARTS = 20;
/** The part whose worker is killed. */
const VICTIM = 7;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    memory: { type: 'string', default: '50000' },
  },
});
const pages = Number(values.pages);

for (const [program, name] of [
  ['parallel', 'parallel'],
  ['sbatch', 'slurm-wlm'],
  ['munged', 'munge'],
] as const)
  if (firstProgram([program, `/usr/sbin/${program}`]) === null && canInstall()) installPackages([name]);

const folder = mkdtempSync(join(tmpdir(), 'wencun-clusters-'));
const at = (name: string): string => join(folder, name);
const same = (one: string, other: string): boolean => readFileSync(at(one)).equals(readFileSync(at(other)));
const percent = (cpu: number, than: number): string => `${(((cpu - than) / than) * 100).toFixed(1)} %`;
const rows: { readonly what: string; readonly bar: string; readonly text: string; readonly met: boolean }[] = [];
const tell = (what: string, bar: string, text: string, met: boolean): void => {
  rows.push({ what, bar, text, met });
  console.log(`${what}: ${text}${met ? '' : ' — short of the bar'}`);
};

const load = loadavg()[0] ?? 0;
try {
  writeManifest(at('m.jsonl'), pages);
  writeFileSync(at('pages.ndjson'), [...pageLines(pages)].join(''));
  const start = run(`head -1 m.jsonl | ${clip} - --jobs 1 > start.jsonl`, folder);
  const one = run(`${clip} --manifest m.jsonl --jobs 1 > one.jsonl`, folder);
  run(`${clip} merge one.jsonl --out one.merged`, folder);

  const stream = run(`${clip} - --jobs 1 < m.jsonl > stream.jsonl`, folder);
  const scripts = join(root, 'docs/clusters');
  const wencun = { WENCUN: root, JOBS: '2', LINES_A_PROCESS: String(Math.ceil(pages / 4)) };
  const parallel = run(`${join(scripts, 'parallel.sh')} < m.jsonl > parallel.jsonl`, folder, wencun);
  run(`${clip} - --jobs 1 < pages.ndjson > bodies.jsonl`, folder);
  const equal = ['stream.jsonl', 'parallel.jsonl'].filter((name) => same('one.jsonl', name));

  const together = run(`${clip} --manifest m.jsonl --jobs 1 --shard 1-${PARTS}/${PARTS} --out together`, folder);
  const half = PARTS / 2;
  const [two, each] = [[`1-${half}`, `${half + 1}-${PARTS}`], Array.from({ length: PARTS }, (_, n) => `${n + 1}`)].map(
    (shards, n) =>
      run(
        shards.map((i) => `${clip} --manifest m.jsonl --jobs 1 --shard ${i}/${PARTS} --out by${n}`).join('\n'),
        folder,
      ),
  ) as [ReturnType<typeof run>, ReturnType<typeof run>];

  mkdirSync(at('slurm'));
  const slurm = await startSlurm(at('slurm'));
  try {
    const env = {
      WENCUN: root,
      MANIFEST: at('m.jsonl'),
      OUT: at('array'),
      PARTS: String(PARTS),
      PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
    };
    const job = { tasks: PARTS, cwd: folder, env };
    const script = join(scripts, 'slurm-array.sh');
    const states = await slurm.array(script, job, killVictim);
    const whole = (): readonly string[] => readdirSync(at('array')).filter((name) => name.endsWith('.manifest.json'));
    const before = new Map(whole().map((name) => [name, statSync(join(at('array'), name)).mtimeMs]));
    await slurm.array(script, job);
    const again = whole().filter((name) => statSync(join(at('array'), name)).mtimeMs !== before.get(name));
    tell(
      'one shard killed, run again',
      'only that shard is worked',
      `${states.filter((state) => state !== 'COMPLETED').length} of ${PARTS} tasks failed, ${before.size} shards whole; again: ${again.length} worked (${again.join(', ')})`,
      before.size === PARTS - 1 &&
        again.length === 1 &&
        (again[0]?.includes(`-${String(VICTIM).padStart(5, '0')}-`) ?? false),
    );
  } finally {
    slurm.stop();
  }
  for (const name of ['together', 'by0', 'by1', 'array', 'parallel.jsonl', 'bodies.jsonl'])
    run(`${clip} merge ${name} --out ${name}.merged`, folder);
  const merged = ['together', 'by0', 'by1', 'array', 'parallel.jsonl'].filter((name) =>
    same('one.merged', `${name}.merged`),
  );
  tell(
    'records by stream, by shards on Slurm, by parallel, by one process',
    'equal byte for byte',
    `lines as they come: ${equal.length} of 2 equal to one process; merged by essay: ${merged.length} of 5 equal (${pages} pages, ${PARTS} shards)`,
    equal.length === 2 && merged.length === 5,
  );
  tell(
    `overhead of sharding ${pages} pages over ${PARTS} shards, CPU`,
    '≤ 15 %',
    `${percent(together.cpu, one.cpu)} in one process, ${percent(two.cpu, one.cpu)} in two (one a core), ${percent(each.cpu, one.cpu)} in a process a shard; one process without shards ${one.cpu.toFixed(1)} s, its start ${start.cpu.toFixed(1)} s, stream ${stream.cpu.toFixed(1)} s, parallel in four processes ${parallel.cpu.toFixed(1)} s`,
    two.cpu <= one.cpu * 1.15,
  );
  const memory = await streamMemory(Number(values.memory));
  tell(
    `memory of a worker over ${memory.lines} pages by stream`,
    'flat, ≤ 350 MB',
    `at most ${memory.first.toFixed(0)} MB in the first half, ${memory.second.toFixed(0)} MB in the second`,
    memory.lines === Number(values.memory) && memory.second <= 350 && memory.second <= memory.first * 1.1,
  );
  const projection = projectionOf(start.cpu, (one.cpu - start.cpu) / pages, statSync(at('one.jsonl')).size / pages);
  writeFileSync(join(root, 'docs/benchmarks/clusters.md'), report(projection));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (rows.some(({ met }) => !met)) process.exitCode = 1;

/** Kills the worker of one part when it has written some of it. */
async function killVictim(): Promise<void> {
  const part = join(
    at('array'),
    `shard-${String(VICTIM).padStart(5, '0')}-of-${String(PARTS).padStart(5, '0')}.jsonl.part`,
  );
  await until(() => existsSync(part), 'the victim never began');
  const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isVictim(name));
  if (pid === undefined) throw new Error('the victim is over already');
  process.kill(Number(pid), 'SIGKILL');
}

function isVictim(pid: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(`${VICTIM}-${VICTIM}/${PARTS}`) && words.includes(at('array'));
  } catch {
    return false;
  }
}

function report(projection: string): string {
  const table = rows.map(
    ({ what, bar, text, met }) => `| ${what} | ${bar} | ${text}${met ? '' : ' — **short of the bar**'} |`,
  );
  return `# Clusters

\`npm run test:clusters\` writes this: the same pages through one process, a stream, GNU parallel, and a Slurm job array of which a task is
killed. ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, load ${load.toFixed(1)} before it began; CPU seconds are of all processes.

| what | bar | measured |
| --- | --- | --- |
${table.join('\n')}

${projection}`;
}
