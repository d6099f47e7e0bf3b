import { type ArchiveAnswer, textAnswer } from './answer.ts';
import type { ArchiveSettings } from './settings.ts';

/** What a request is for: each kind has a bound of its own. */
export type RequestKind = 'index' | 'replay' | 'save';

const A_MINUTE = 60_000;

/** Lets a request through (null), refuses it with 429, or does not even take the connection (`blocked`). */
export type Gate = (kind: RequestKind, withKeys: boolean, now: number) => ArchiveAnswer | 'blocked' | null;

/** A gate that counts what was asked in the last minute, as the archive that is asked does. */
export function createGate(settings: ArchiveSettings): Gate {
  const asked: Record<RequestKind, number[]> = { index: [], replay: [], save: [] };
  const state = { chance: settings.seed >>> 0, warnedAt: -1, freeAt: 0, blocks: 0, blockedUntil: 0 };
  const chance = (): number => {
    // Numerical Recipes' linear congruence; its high bits are the random ones.
    state.chance = (Math.imul(state.chance, 1_664_525) + 1_013_904_223) >>> 0;
    return state.chance / 2 ** 32;
  };
  const refuse = (now: number): ArchiveAnswer | 'blocked' => {
    if (state.warnedAt < 0 || now >= state.freeAt) state.warnedAt = now;
    state.freeAt = Math.max(state.freeAt, now + settings.wait);
    if (now - state.warnedAt > settings.patience) {
      state.blockedUntil = now + settings.blockedFor * 2 ** state.blocks;
      state.blocks += 1;
      return 'blocked';
    }
    return tooMany(settings, now);
  };
  return (kind, withKeys, now) => {
    if (now < state.blockedUntil) return 'blocked';
    const times = asked[kind].filter((time) => time > now - A_MINUTE);
    times.push(now);
    asked[kind] = times;
    const most = boundOf(settings, kind, withKeys);
    if (most !== null && times.length > most) return refuse(now);
    return chance() < settings.refusals ? tooMany(settings, now) : null;
  };
}

function boundOf(settings: ArchiveSettings, kind: RequestKind, withKeys: boolean): number | null {
  if (kind === 'index') return settings.indexPerMinute;
  if (kind === 'replay') return settings.replaysPerMinute;
  return withKeys ? settings.savesPerMinuteWithKeys : settings.savesPerMinute;
}

function tooMany({ retryAfter, wait }: ArchiveSettings, now: number): ArchiveAnswer {
  const told = retryAfter === 'seconds' ? String(Math.ceil(wait / 1000)) : new Date(now + wait).toUTCString();
  return textAnswer('<h1>429 Too Many Requests</h1>', 429, {
    'content-type': 'text/html',
    ...(retryAfter === 'none' ? {} : { 'retry-after': told }),
  });
}
