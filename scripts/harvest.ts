// npm run harvest -- HOST|URL… --out DIR [--years FROM..TO]: harvest/usage.ts has all of it
import { setTimeout as sleep } from 'node:timers/promises';
import { readArguments } from './harvest/arguments.ts';
import { reportText } from './harvest/report.ts';
import { runHarvest } from './harvest/run-harvest.ts';
import { usage } from './harvest/usage.ts';

/** Exit statuses of programs that a signal ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

// Whatever moment it is stopped at, the journal tells what was done: the same command goes on from there.
for (const [signal, code] of Object.entries(exitCodes)) process.on(signal, () => process.exit(code));

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(usage);
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments(args);
  } catch (problem) {
    console.error(`${problem instanceof Error ? problem.message : String(problem)}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const report = await runHarvest(options, {
    fetch: globalThis.fetch,
    now: Date.now,
    rest: (milliseconds) => sleep(milliseconds),
    say: (line) => console.error(line),
  });
  console.log(reportText(report));
}

await main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
});
