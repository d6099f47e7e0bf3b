import { afterEach, describe, expect, it, vi } from 'vitest';
import { spareBuckets } from '../../../lib/collection/files/spare-buckets.ts';

afterEach(() => vi.unstubAllGlobals());

describe('places beside the browser’s usual one', () => {
  it('are the buckets with a number, the latest first', async () => {
    const [opened, dropped]: [string[], string[]] = [[], []];
    const storageBuckets = {
      keys: async () => ['spare-2', 'spare-10', 'spare-0', 'spare-x', 'other-3', 'spare-1.5', 'spare--1', 'spare-'],
      open: async (name: string) => {
        opened.push(name);
        return { getDirectory: async () => name };
      },
      delete: async (name: string) => {
        dropped.push(name);
      },
    };
    vi.stubGlobal('navigator', { storageBuckets });
    const spares = spareBuckets();
    expect(await spares?.numbers()).toEqual([10, 2]);
    expect(await spares?.open(3)).toBe('spare-3');
    await spares?.drop(4);
    expect([opened, dropped]).toEqual([['spare-3'], ['spare-4']]);
    vi.stubGlobal('navigator', {});
    expect(spareBuckets()).toBeNull();
  });
});
