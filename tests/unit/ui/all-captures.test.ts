import 'fake-indexeddb/auto';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import AllCaptures from '../../../entrypoints/reader/panels/archives/AllCaptures.svelte';
import type { CapturesWorld } from '../../../entrypoints/reader/panels/archives/captures.svelte.ts';
import OldestCopy from '../../../entrypoints/reader/panels/archives/OldestCopy.svelte';
import { setGivenCopy } from '../../../lib/collection/actions/given-copy.ts';
import { getEssay } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listVersions } from '../../../lib/collection/versions.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import type { PageCapture, PageCaptures } from '../../../lib/harvest/page-captures.ts';
import type { ReadCapture } from '../../../lib/queue/read-capture.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';

vi.mock('../../../lib/messages/protocol.ts', () => ({ sendMessage: async () => undefined }));
vi.mock('../../../lib/settings/host-access.ts', () => ({}));
afterEach(() => document.body.replaceChildren());

const original = 'http://www.example-school.cn/article/show.asp?id=12';
const urlOf = (year: number): string => `https://web.archive.org/web/${year}0102030405id_/${original}`;
const capture = (year: number, digest: string, status = 200): PageCapture => ({
  url: urlOf(year),
  timestamp: `${year}0102030405`,
  original,
  status,
  digest,
  isOther: false,
});
const list = [capture(2003, 'A'), capture(2004, 'A'), capture(2005, 'B'), capture(2006, 'C', 404)];
const readOf = (year: number, text: string): Outcome<ReadCapture> => {
  const copy = { archive: 'wayback' as const, url: urlOf(year).replace('id_', ''), capturedAt: `${year}-01-02` };
  const keeping = sampleKeeping({ text, html: `<p>${text}</p>`, archivedCopy: copy }, { pageUrl: urlOf(year) }, text);
  return succeed({ reason: '', essay: keeping.essay, keeping });
};

async function show(given: Partial<CapturesWorld> = {}, granted = true, live = false) {
  const collection = emptyCollection();
  const from = live ? original : urlOf(2003);
  const copy = live ? {} : { archivedCopy: { archive: 'wayback' as const, url: urlOf(2003), capturedAt: null } };
  const kept = expectValue(await keepEssay(collection, sampleKeeping(copy, { pageUrl: from })));
  const row = expectValue(await getEssay(collection, kept.id));
  if (row === null) throw new Error('no row');
  const versions = expectValue(await listVersions(collection, kept.id));
  const world = {
    captures: vi.fn(async (): Promise<Outcome<PageCaptures>> => succeed({ captures: list, isAll: true })),
    read: vi.fn(async (_: unknown, url: string) =>
      url === urlOf(2005) ? readOf(2005, '县域是城乡之间的桥梁。') : readOf(2004, versions[0]?.text ?? ''),
    ),
    close: vi.fn(),
    ...given,
  };
  const actions = {
    grant: vi.fn(async () => granted),
    grantSaving: async () => granted,
    askToSave: async () => undefined,
  };
  return { collection, row, versions, world, actions };
}

const press = (testid: string): Promise<unknown> => fireEvent.click(screen.getByTestId(testid));
const choose = async (address: string): Promise<void> => {
  const box = screen.getAllByTestId('capture-choose').find((one) => one.dataset['address'] === address);
  if (box === undefined) throw new Error(`no choice ${address}`);
  await fireEvent.click(box);
};
async function looked(...given: Parameters<typeof show>) {
  const shown = await show(...given);
  render(AllCaptures, shown);
  await press('captures-look');
  return shown;
}

describe('all snapshots of a page', () => {
  it('are asked for on the press alone, and told by time, bytes and what the text is from', async () => {
    const shown = await show();
    render(AllCaptures, shown);
    expect(shown.world.captures).not.toHaveBeenCalled();
    await press('captures-look');
    expect(await screen.findAllByTestId('capture')).toHaveLength(4);
    expect(shown.actions.grant).toHaveBeenCalledWith(['*://web.archive.org/*']);
    expect(screen.getByRole('status').textContent).toContain('4 份快照');
    const [first, second, third, last] = screen.getAllByTestId('capture');
    expect(first?.textContent).toContain('现用文本取自这份');
    expect(second?.textContent).toContain('同一文件：A');
    expect(third?.textContent).not.toContain('同一文件');
    expect(last?.textContent).toContain('出错（404）');
    expect(last?.querySelector('input')?.disabled).toBe(true);
    expect(shown.world.read).not.toHaveBeenCalled();
  });

  it('are compared two by two, each fetched once; equal texts are said to be so', async () => {
    const { world } = await looked();
    await screen.findAllByTestId('capture');
    await choose(urlOf(2004));
    await choose(urlOf(2005));
    await press('captures-compare');
    expect((await screen.findByTestId('differences')).textContent).toContain('桥梁');
    await choose('');
    await choose(urlOf(2004));
    await press('captures-compare');
    await vi.waitFor(() => expect(screen.getByTestId('captures-compared').textContent).toContain('一字不差'));
    expect(world.read).toHaveBeenCalledTimes(2);
    expect(screen.getAllByTestId('capture-said').map(({ textContent }) => textContent)).toEqual([
      '文字与现用的相同',
      '文字与现用的不同',
    ]);
  });

  it('are kept as a version each, beside the text in use', async () => {
    const { collection, row } = await looked();
    await screen.findAllByTestId('capture');
    await choose(urlOf(2005));
    await press('captures-keep');
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain('已收为一版，现用文本不变'));
    const versions = expectValue(await listVersions(collection, row.id));
    expect(versions.map(({ capture: one, current }) => [one.pageUrl, current])).toEqual(
      expect.arrayContaining([
        [urlOf(2005), false],
        [urlOf(2003), true],
      ]),
    );
  });

  it('say why they cannot be had, and can be stopped', async () => {
    await looked({ captures: async () => fail('archive-rests', '2026-11-27T06:00:00Z') });
    expect((await screen.findByRole('alert')).textContent).toContain('存档网站要求暂缓到');
    document.body.replaceChildren();
    await looked({}, false);
    expect((await screen.findByRole('alert')).textContent).toContain('web.archive.org');
    document.body.replaceChildren();
    await looked({
      captures: (_, __, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail('stopped')))),
    });
    await fireEvent.click(await screen.findByTestId('captures-stop'));
    expect((await screen.findByRole('alert')).textContent).toContain('已停止');
  });
});

describe('the oldest snapshot of a page that was kept live', () => {
  it('is looked up to stand in citations', async () => {
    const shown = await show({}, true, true);
    render(OldestCopy, shown);
    await press('oldest-look');
    await vi.waitFor(async () =>
      expect((await shown.collection.essays.get(shown.row.id))?.givenCopy?.url).toContain('20040102'),
    );
    expect(shown.world.read).toHaveBeenCalledTimes(1);
  });

  it('that took the place of another can be taken back', async () => {
    const shown = await show({}, true, true);
    const asked = { archive: 'wayback' as const, url: urlOf(2026).replace('id_', ''), capturedAt: null };
    expectValue(await setGivenCopy(shown.collection, shown.row.id, asked));
    const copy = async () => (await shown.collection.essays.get(shown.row.id))?.givenCopy?.url;
    render(OldestCopy, shown);
    await press('oldest-look');
    await vi.waitFor(async () => expect(await copy()).toContain('20040102'));
    await fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await vi.waitFor(async () => expect(await copy()).toBe(asked.url));
  });

  it('is not there where no snapshot has the text', async () => {
    const shown = await show(
      { read: async () => succeed({ reason: 'soft-404', essay: null, keeping: null }) },
      true,
      true,
    );
    render(OldestCopy, shown);
    await press('oldest-look');
    const place = within(screen.getByTestId('oldest-copy'));
    await vi.waitFor(() => expect(place.getByRole('status').textContent).toContain('都没有这篇文字'));
    expect((await shown.collection.essays.get(shown.row.id))?.givenCopy).toBeUndefined();
  });
});
