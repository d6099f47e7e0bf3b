import { expect, it, vi } from 'vitest';
import type { Room } from '../../../../lib/collection/guard/room.ts';
import { followRoom } from '../../../../lib/collection/guard/room-lately.ts';

const GB = 1e9;

/** A browser's storage, what it was asked, and a clock. */
function browserWith(free: number) {
  const state = { free, time: 0 };
  const look = vi.fn(async (): Promise<Room | null> => ({ used: GB, free: state.free, persisted: true }));
  const rooms = followRoom(look, () => state.time);
  const lately = async (): Promise<number | undefined> => (await rooms.lately())?.free;
  return { state, look, rooms, lately };
}

it('waits for the browser at first, and asks it once in two seconds where there is plenty', async () => {
  const { state, look, lately } = browserWith(30 * GB);
  for (let keep = 0; keep < 5; keep += 1) expect(await lately()).toBe(30 * GB);
  expect(look).toHaveBeenCalledTimes(1);
  state.time = 2_001;
  state.free = 29 * GB;
  // Nobody waits for the look that is taken beside.
  expect(await lately()).toBe(30 * GB);
  expect(look).toHaveBeenCalledTimes(2);
  await Promise.resolve();
  expect(await lately()).toBe(29 * GB);
  expect(look).toHaveBeenCalledTimes(2);
});

it('waits again after half a minute', async () => {
  const { state, lately } = browserWith(300 * GB);
  await lately();
  [state.free, state.time] = [0, 30_000];
  expect(await lately()).toBe(300 * GB);
  state.time = 60_001;
  expect(await lately()).toBe(0);
});

it('waits each time where there is not plenty', async () => {
  const { state, look, lately } = browserWith(GB);
  expect(await lately()).toBe(GB);
  state.free = GB / 2;
  expect(await lately()).toBe(GB / 2);
  state.free = 30 * GB;
  expect(await lately()).toBe(30 * GB);
  expect(look).toHaveBeenCalledTimes(3);
});

it('waits where what was told may have been written full since', async () => {
  const { state, lately } = browserWith(5 * GB);
  await lately();
  [state.free, state.time] = [0, 3_900];
  expect(await lately()).toBe(5 * GB);
  const other = browserWith(5 * GB);
  await other.lately();
  [other.state.free, other.state.time] = [0, 4_000];
  expect(await other.lately()).toBe(0);
});

it('hears of a full disk by the next look, taken beside', async () => {
  const { state, lately } = browserWith(30 * GB);
  await lately();
  [state.free, state.time] = [0, 3_000];
  expect(await lately()).toBe(30 * GB);
  expect(await lately()).toBe(0);
});

it('waits for one look where two ask at once, and asks each time where the browser does not tell', async () => {
  const { look, rooms } = browserWith(30 * GB);
  await Promise.all([rooms.now(), rooms.lately(), rooms.now()]);
  expect(look).toHaveBeenCalledTimes(1);
  look.mockResolvedValue(null);
  await rooms.now();
  expect(await rooms.lately()).toBeNull();
  expect(look).toHaveBeenCalledTimes(3);
});

it('tells of a look that failed to who waits for it, and to nobody else', async () => {
  const { state, look, rooms } = browserWith(30 * GB);
  look.mockRejectedValueOnce(new Error('gone'));
  await expect(rooms.now()).rejects.toThrow('gone');
  await rooms.lately();
  state.time = 3_000;
  look.mockRejectedValueOnce(new Error('gone'));
  expect((await rooms.lately())?.free).toBe(30 * GB);
});
