import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Archive, archiveOf } from '../../lib/harvest/archives.ts';
import { type IndexScope, readScope } from '../../lib/harvest/index/query.ts';
import type { HarvestChoice } from '../../lib/harvest/plan/plan-harvest.ts';

/** What the command line is told. */
export interface HarvestArguments {
  readonly archive: Archive;
  readonly scopes: readonly IndexScope[];
  /** Indexes and crawls on disk. */
  readonly files: readonly string[];
  readonly out: string;
  readonly choice: HarvestChoice;
  /** Years of captures that are looked at. */
  readonly captured: readonly [from: string, to: string] | null;
  /** Most captures of one list that are read. */
  readonly lists: number;
  readonly planOnly: boolean;
}

const isFile = (name: string): boolean => /\.(?:wacz|warc|arc|cdxj?)(?:\.gz)?$/i.test(name) && existsSync(name);
/** Captures of a list that are read unless told: columns are seldom captured with more different texts. */
const usualLists = 12;

/** Reads the arguments; throws what is wrong with them, in words. */
export function readArguments(args: readonly string[]): HarvestArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      years: { type: 'string' },
      captured: { type: 'string' },
      column: { type: 'string' },
      pattern: { type: 'string' },
      others: { type: 'boolean', default: false },
      lists: { type: 'string' },
      archive: { type: 'string', default: 'wayback' },
      gap: { type: 'string' },
      plan: { type: 'boolean', default: false },
    },
  });
  const { out, column, pattern, others, plan } = values;
  if (positionals.length === 0) throw new Error('Give a host, an address, or an index on disk.');
  if (out === undefined) throw new Error('Give a folder by --out.');
  const files = positionals.filter(isFile);
  const scopes = positionals.filter((name) => !isFile(name)).map(scopeOf);
  const years = values.years === undefined ? undefined : rangeOf('--years', values.years);
  const captured = values.captured === undefined ? null : rangeOf('--captured', values.captured);
  const lists = Number(values.lists ?? usualLists);
  if (!Number.isInteger(lists) || lists < 0) throw new Error('--lists takes a number from 0.');
  return {
    archive: withGap(archiveNamed(values.archive), values.gap),
    scopes,
    files,
    out,
    choice: {
      ...(years === undefined ? {} : { years }),
      ...(column === undefined ? {} : { column }),
      ...(pattern === undefined ? {} : { pattern }),
      others,
    },
    captured: captured === null ? null : [String(captured[0]), String(captured[1])],
    lists,
    planOnly: plan,
  };
}

function scopeOf(name: string): IndexScope {
  const scope = readScope(name);
  if (scope === null) throw new Error(`Neither a host, an address nor a file that is there: ${name}`);
  return scope;
}

function archiveNamed(name: string): Archive {
  const archive = archiveOf(name);
  if (archive === null) throw new Error(`Not an archive: ${name}. Give wayback, arquivo, or a server's address.`);
  return archive;
}

/** `2003..2007`, or one year. */
function rangeOf(option: string, written: string): readonly [number, number] {
  const [, from, to = from] = /^(\d{4})(?:(?:\.\.|-)(\d{4}))?$/.exec(written.trim()) ?? [];
  if (from === undefined || Number(from) > Number(to)) throw new Error(`${option} takes FROM..TO, as 2003..2007.`);
  return [Number(from), Number(to)];
}

/** A public archive is never asked faster than it bears; a server of one's own is, where that is wished. */
function withGap(archive: Archive, written: string | undefined): Archive {
  if (written === undefined) return archive;
  const gap = Number(written) * 1000;
  if (!(gap >= 0) || written.trim() === '') throw new Error('--gap takes seconds.');
  const isOwn = /^https?:\/\/(?:127\.|localhost[:/]|\[::1\])/.test(archive.index);
  if (!isOwn && gap < archive.pace.gap)
    throw new Error(`${archive.id} is asked every ${archive.pace.gap / 1000} s at most.`);
  const scale = gap / archive.pace.gap;
  const { pause, shutOut, longestPause } = archive.pace;
  // On one's own machine all rests shrink with the gap; elsewhere a longer gap makes none of them longer.
  const rests = scale < 1 ? { pause: pause * scale, shutOut: shutOut * scale } : { pause, shutOut };
  return { ...archive, pace: { gap, ...rests, longestPause } };
}
