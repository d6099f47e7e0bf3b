import { beforeEach, describe, expect, it, vi } from 'vitest';
import { frameToRead } from '../../../entrypoints/background/frames.ts';
import { expectValue } from '../../support/collections.ts';
import { sampleEssay } from '../../support/keepings.ts';

const api = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { scripting: { executeScript: api.executeScript } } }));

const { recognition } = sampleEssay().provenance;
const survey = (path: readonly number[], { portal = true, length = 900, score = recognition.score } = {}) => ({
  contentType: 'text/html',
  length,
  originalUrl: 'http://www.nbdx.cn/show.asp?id=1',
  recognition: { ...recognition, portal, score },
  path,
});
const never = new Promise<never>(() => undefined);

/** A tab of these frames by their number: what each says of itself, or `silent` from the first or from its survey on. */
function openTab(frames: Readonly<Record<number, object | 'silent' | 'stuck'>>): void {
  api.executeScript.mockImplementation(async ({ target, args }) => {
    const ids: number[] = target.frameIds ?? Object.keys(frames).map(Number);
    if (ids.some((id) => frames[id] === 'silent')) return never;
    return Promise.all(
      ids.map(async (frameId) => {
        const said = frames[frameId];
        if (args?.[1] !== 'survey') return { frameId, result: null };
        return said === 'stuck' ? never : { frameId, result: said };
      }),
    );
  });
}

/** What comes of it, with all waiting done at once. */
async function chosen(clicked?: number) {
  const choosing = frameToRead(7, clicked);
  await vi.advanceTimersByTimeAsync(30_000);
  return choosing;
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => void vi.useRealTimers();
});

describe('the frame to read', () => {
  it('is the page itself, whatever frame of it is held up', async () => {
    openTab({ 0: survey([]), 3: 'silent' });
    expect(expectValue(await chosen())).toMatchObject({ frameId: 0 });
    openTab({ 0: survey([]), 3: 'stuck' });
    expect(expectValue(await chosen())).toMatchObject({ frameId: 0 });
  });

  it('is known a second after the page has told of itself', async () => {
    openTab({ 0: survey([]), 3: 'stuck' });
    const choosing = frameToRead(7);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(expectValue(await choosing)).toMatchObject({ frameId: 0 });
  });

  it('is none when none answers, and none when the browser lets us into none', async () => {
    openTab({ 0: 'silent' });
    expect(await chosen()).toMatchObject({ ok: false, problem: { code: 'no-answer' } });
    openTab({ 0: 'stuck' });
    expect(await chosen()).toMatchObject({ ok: false, problem: { code: 'no-answer' } });
    api.executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
    expect(await chosen()).toMatchObject({ ok: false, problem: { code: 'no-access' } });
  });

  it('is the one that was clicked, or one that it holds, and no other', async () => {
    openTab({
      0: survey([], { portal: false, length: 0 }),
      1: survey([0], { score: 99 }),
      2: survey([1], { portal: false, length: 0 }),
      3: survey([1, 0]),
    });
    expect(expectValue(await chosen())).toMatchObject({ frameId: 1 });
    expect(expectValue(await chosen(2))).toMatchObject({ frameId: 3 });
    expect(expectValue(await chosen(3))).toMatchObject({ frameId: 3 });
  });

  it('is the one that was clicked also where it is no essay', async () => {
    openTab({ 0: survey([], { length: 0 }), 1: survey([0]), 2: survey([1], { portal: false }) });
    expect(expectValue(await chosen(2))).toMatchObject({ frameId: 2 });
  });

  it('gets the clipper once', async () => {
    api.executeScript.mockImplementation(async ({ args }) => [
      { frameId: 0, result: args?.[1] === 'survey' ? survey([]) : args?.length === 1 },
    ]);
    await chosen();
    expect(api.executeScript.mock.calls.flatMap(([call]) => call.files ?? [])).toEqual([]);
  });
});
