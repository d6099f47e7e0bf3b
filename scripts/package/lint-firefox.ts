import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

/**
 * The linter of Firefox's store, in one version. It is fetched when it is wanted and is no dependency of the project: 190 packages of
 * 61 MB that only whoever packs a release needs.
 */
const LINTER = 'addons-linter@10.14.0';

/** One message of the linter. */
export interface LintMessage {
  readonly _type: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

interface LintReport {
  readonly errors: readonly LintMessage[];
  readonly warnings: readonly LintMessage[];
  readonly notices: readonly LintMessage[];
}

/** Messages that are known and harmless, as docs/store.md tells: by their code, and by the words at their place. */
const explained: readonly { readonly code: string; readonly words: RegExp; readonly name: string }[] = [
  { code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', words: /(?:)/, name: 'not offered for Android' },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    words: /createDocument\(\w+,[`"']template[`"']/,
    name: 'DOMPurify, a document that never runs',
  },
  { code: 'UNSAFE_VAR_ASSIGNMENT', words: /replaceAll\([`"']<!>[`"']/, name: 'Svelte, constants of the templates' },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    words: /_attempts\.push|_isSingleImage/,
    name: 'Readability, in a clone that is never shown',
  },
];

/** Characters at either side of a message's place that tell whose code it is. */
const AROUND = 120;

/** Why a message is known to be harmless, or undefined. `textOf` gives the text of a file of the package. */
export function explain(message: LintMessage, textOf: (file: string) => string): string | undefined {
  const { code, file = '', line = 1, column = 0 } = message;
  const there = textOf(file).split('\n')[line - 1] ?? '';
  const words = there.slice(Math.max(0, column - AROUND), column + AROUND);
  return explained.find((one) => one.code === code && one.words.test(words))?.name;
}

/** How often each line stands there, most often first: `22 × words`. */
const counted = (lines: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([line, count]) => `  ${count} × ${line}`);
};

/** What the linter of Firefox's store says of a zip, a line each; not ok when anything of it is neither clean nor explained. */
export function lintFirefox(zip: string): { readonly lines: readonly string[]; readonly ok: boolean } {
  const command = ['exec', '--yes', '--package', LINTER, '--', 'addons-linter', '--output', 'json', zip];
  const windows = process.platform === 'win32';
  const done = spawnSync('npm', command, { encoding: 'utf8', shell: windows, maxBuffer: 64_000_000 });
  if (!done.stdout.startsWith('{'))
    return { ok: false, lines: [`${LINTER} did not run: ${done.stderr || done.error}`] };
  const { errors, warnings, notices }: LintReport = JSON.parse(done.stdout);
  const files = unzipSync(readFileSync(zip));
  const textOf = (file: string): string => new TextDecoder().decode(files[file] ?? new Uint8Array());
  const all = [...errors, ...warnings, ...notices].map((message) => ({ message, why: explain(message, textOf) }));
  const known = all.flatMap(({ message: { code }, why }) => (why === undefined ? [] : [`${code}: ${why}`]));
  const unknown = all.filter(({ why }) => why === undefined).map(({ message }) => message);
  const told = unknown.map(({ _type, code, file, line, message }) => `  ${_type} ${code} ${file}:${line} ${message}`);
  return {
    ok: unknown.length === 0,
    lines: [
      `${LINTER}: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices; explained:`,
      ...counted(known),
      ...(told.length === 0 ? [] : ['NOT EXPLAINED:', ...told]),
    ],
  };
}
