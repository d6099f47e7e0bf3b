import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

/** A Slurm cluster of this machine alone. */
export interface Cluster {
  /** What its commands need in their environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Sends a job array and waits until all its tasks are over; `during` is done meanwhile. Gives the state of each task. */
  readonly array: (script: string, options: ArrayOptions, during?: () => Promise<void>) => Promise<readonly string[]>;
  readonly stop: () => void;
}

/** How a job array is sent. */
export interface ArrayOptions {
  readonly tasks: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const SERVERS = ['slurmd', 'slurmctld', 'munged'] as const;

const config = (folder: string, host: string, cpus: number): string => `ClusterName=wencun
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
SlurmctldPort=26817
SlurmdPort=26818
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
JobAcctGatherType=jobacct_gather/none
MinJobAge=3600
MailProg=/bin/true
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${cpus} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

/** Starts munged, slurmctld and slurmd with all that they write in a folder. Throws when one does not start. */
export async function startSlurm(folder: string): Promise<Cluster> {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'munge.key'), randomBytes(1024), { mode: 0o600 });
  const file = join(folder, 'slurm.conf');
  writeFileSync(file, config(folder, hostname().split('.')[0] ?? 'localhost', availableParallelism()));
  const env = { ...process.env, SLURM_CONF: file } as Record<string, string>;
  const call = (program: string, ...args: readonly string[]): string => {
    const done = spawnSync(program, args, { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
    return done.stdout;
  };
  const at = (name: string): string => join(folder, name);
  call(
    '/usr/sbin/munged',
    '--force',
    `--socket=${at('munge.socket')}`,
    `--key-file=${at('munge.key')}`,
    `--pid-file=${at('munged.pid')}`,
    `--log-file=${at('munged.log')}`,
    `--seed-file=${at('munged.seed')}`,
  );
  call('/usr/sbin/slurmctld', '-L', at('slurmctld.log'));
  call('/usr/sbin/slurmd', '-L', at('slurmd.log'));
  await until(() => /\bidle\b/.test(call('sinfo', '--noheader')), 'the cluster is not idle');

  return {
    env,
    async array(script, { tasks, cwd, env: own }, during) {
      const given = spawnSync('sbatch', ['--parsable', `--array=1-${tasks}`, script], {
        cwd,
        env: { ...env, ...own },
        encoding: 'utf8',
      });
      const job = given.stdout.trim();
      if (given.status !== 0 || job === '') throw new Error(`sbatch: ${given.stderr}`);
      await during?.();
      const waiting = (): string => call('squeue', '--noheader', '--array', `--job=${job}`, '--states=PD,R,CG');
      await until(() => waiting().trim() === '', 'tasks do not end');
      const states = call('squeue', '--noheader', '--array', `--job=${job}`, '--states=all', '--format=%a %K %T');
      return states
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).at(-1) ?? '');
    },
    stop() {
      for (const name of SERVERS) {
        const pid = existsSync(at(`${name}.pid`)) ? Number(readFileSync(at(`${name}.pid`), 'utf8')) : 0;
        if (pid > 0) process.kill(pid, 'SIGTERM');
      }
    },
  };
}
