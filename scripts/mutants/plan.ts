import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A mutant that a test file is to be run with. */
export interface Task {
  readonly mutant: number;
  /** Ids of the tests that reach it, as Vitest numbers them. */
  readonly tests: readonly string[];
  /** True when the place runs while modules are loaded: they are loaded anew with the mutant on. */
  readonly reload: boolean;
}

/** What the processes are to do, written for them as a file. */
export interface Plan {
  /** Folder for what they find. */
  readonly out: string;
  /** When they take up no further mutant, in milliseconds of the epoch. */
  readonly until: number;
  /** For each test file, by its path from the root, where it is written down what its tests reach. */
  readonly watched: Readonly<Record<string, string>>;
  /** The mutants to turn on, with their files. */
  readonly chosen: readonly { readonly id: number; readonly file: string }[];
  /** For each file of those, the modules whose functions may use what it makes while it is loaded. */
  readonly users: Readonly<Record<string, readonly string[]>>;
  /** For each test file the modules that it imports itself. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Of test files that were begun, the mutants that are left; of all others nothing. */
  readonly left: Readonly<Record<string, readonly number[]>>;
  /** Tests that cannot be repeated in one process, and are no witnesses. */
  readonly unrepeatable: readonly string[];
}

/** What a process tells of a test file when it ends. */
export interface Ran {
  readonly file: string;
  /** Mutants that it did not decide. */
  readonly left: readonly number[];
  /** Tests that failed with a mutant and also without, after other mutants had been on. */
  readonly doubtful: readonly string[];
}

/** What the tests of a file reached, from the run that watches. */
export interface Watched {
  readonly file: string;
  /** Why the file could not be loaded, or null. */
  readonly problem: string | null;
  /** What ran while the file was loaded. */
  readonly loading: readonly number[];
  /** What ran in hooks, outside any test. */
  readonly hooks: readonly number[];
  readonly hookModules: readonly string[];
  readonly tests: readonly {
    readonly id: string;
    readonly name: string;
    readonly passed: boolean;
    readonly milliseconds: number;
    readonly mutants: readonly number[];
    readonly modules: readonly string[];
  }[];
}

/** How a mutant was caught. */
export interface Catch {
  readonly mutant: number;
  readonly file: string;
  readonly test: string;
}

/** The environment variable that names the plan's file to the workers. */
export const planVariable = 'WENCUN_MUTANTS_PLAN';

/** Reads a file of JSON that this runner wrote itself. */
export const readOwn = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Writes a value as JSON, with the folders that it needs. */
export function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}
