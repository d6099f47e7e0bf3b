import { afterEach, describe, expect, it, vi } from 'vitest';
import { TookTooLong } from '../../../lib/essay/outcome.ts';
import type { OpenBytes } from '../../../lib/import/open-source.ts';
import type { SourcePage } from '../../../lib/import/sources/source.ts';
import { answerCalls } from '../../../lib/reading-frame/answer-calls.ts';
import type { OpenFrame } from '../../../lib/reading-frame/ask-frame.ts';
import { type Readers, readersHere } from '../../../lib/reading-frame/readers.ts';
import { readersInFrame } from '../../../lib/reading-frame/readers-in-frame.ts';
import { pageOf, stoneWalls } from '../../support/paged-essay.ts';
import { openTestPage, parsePage } from '../../support/parse-page.ts';

const open: OpenBytes = (bytes, address, charset) => openTestPage(bytes, address, charset === null ? {} : { charset });
const here = readersHere(undefined, open, parsePage);
const bytesOf = (html: string) => new TextEncoder().encode(html);
const single = { ...stoneWalls, parts: [stoneWalls.parts.join('')] };
const page = (name: string, more: Partial<SourcePage> = {}): SourcePage => ({
  name,
  address: 'http://www.qsdx.gov.cn/html/llyj_43_1.shtml',
  capturedAt: null,
  charset: 'utf-8',
  bytes: bytesOf(pageOf(single, 1)),
  container: null,
  ...more,
});

/** Frames as the browser opens them, but in this process: what passes is copied as between two. */
function frames(readers: Readers) {
  const opened: MessagePort[] = [];
  const ended: number[] = [];
  const openFrame = async (): Promise<OpenFrame> => {
    const { port1, port2 } = new MessageChannel();
    const number = opened.push(port1) - 1;
    answerCalls(port2, readers);
    return {
      port: port1,
      end: () => {
        ended.push(number);
        port1.close();
      },
    };
  };
  return { openFrame, opened, ended };
}

/** Readers of which `take` never ends for a page of this name, and cannot open any other. */
const hangingAt = (name: string): Readers => ({
  ...here,
  files: { ...here.files, take: (given) => (given.name === name ? new Promise(() => {}) : Promise.resolve(null)) },
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
function readers(of: Readers, patience?: number) {
  const around = frames(of);
  const inFrame = readersInFrame(around.openFrame, patience);
  closing.push(inFrame.close);
  return { ...around, ...inFrame };
}

describe('a frame that reads pages', () => {
  it('is opened when it is first asked, and reads as the page itself would', async () => {
    const { files, opened } = readers(here);
    expect(opened).toHaveLength(0);
    const taken = await files.take(page('a.htm'));
    const moment = { capture: { takenAt: '' } };
    const wanted = await here.files.take(page('a.htm'));
    expect(taken).toMatchObject({ kind: 'read', reading: { ok: true } });
    expect(JSON.parse(JSON.stringify({ ...taken, ...moment }), still)).toEqual(
      JSON.parse(JSON.stringify({ ...wanted, ...moment }), still),
    );
    await files.take(page('b.htm'));
    expect(opened).toHaveLength(1);
  });

  it('hands images back to the page that they came with, and keeps none of them', async () => {
    const { files } = readers(here);
    const images = vi.fn();
    const taken = await files.take(page('a.htm', { images }));
    expect(taken?.page.images).toBe(images);
    expect(taken?.page).not.toHaveProperty('imagesAt');
    expect((await files.take(page('b.htm')))?.page.images).toBeUndefined();
  });

  it('joins the pages of an essay that stand apart', async () => {
    const { files } = readers(here);
    const at = (n: number) =>
      page(`${n}.htm`, {
        address: `http://www.qsdx.gov.cn/html/llyj_43_${n}.shtml`,
        bytes: bytesOf(pageOf(stoneWalls, n)),
        images: vi.fn(),
      });
    const joined = await files.join({ first: at(1), others: new Map([[at(2).address ?? '', at(2)]]) });
    expect(joined).toMatchObject({ reading: { ok: true, value: { essay: { title: '石坎与人心' } } } });
  });

  it('ends what comes to no end, tries it once more in another frame, and then names it; the others are read', async () => {
    const { files, opened, ended } = readers(hangingAt('trap.htm'), 300);
    const others = Promise.all([files.take(page('a.htm')), files.take(page('b.htm'))]);
    const trap = files.take(page('trap.htm')).catch((error: unknown) => error instanceof TookTooLong);
    const last = files.take(page('c.htm'));
    expect(await others).toEqual([null, null]);
    expect(await trap).toBe(true);
    expect(await last).toBeNull();
    expect(opened).toHaveLength(3);
    expect(ended).toEqual([0, 1]);
  });

  it('tells a fault of the reader as one, and goes on', async () => {
    const broken: Readers = { ...here, stored: () => Promise.reject(new Error('broken')) };
    const { stored, files } = readers(broken);
    await expect(stored({} as never, [] as never)).rejects.toThrow('broken');
    expect(await files.take(page('a.htm'))).toMatchObject({ kind: 'read' });
  });

  it('rejects what waits when no frame opens, and opens one at the next call', async () => {
    const around = frames(here);
    const opening = vi.fn(around.openFrame).mockRejectedValueOnce(new Error('no frame'));
    const { files, close } = readersInFrame(opening);
    closing.push(close);
    await expect(files.take(page('a.htm'))).rejects.toThrow('no frame');
    expect(await files.take(page('a.htm'))).toMatchObject({ kind: 'read' });
  });

  it('gives up what waits when it is closed', async () => {
    const { files, close, ended } = readers(hangingAt('trap.htm'));
    const waiting = files.take(page('trap.htm'));
    await vi
      .waitFor(async () => expect(await files.take(page('none.htm')).catch(() => null)).toBeNull(), { timeout: 1 })
      .catch(() => {});
    close();
    await expect(waiting).rejects.toThrow('closed');
    expect(ended).toHaveLength(1);
  });
});

/** Moments of reading differ from one to the next. */
function still(key: string, value: unknown): unknown {
  return key === 'takenAt' ? '' : value;
}
