import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import LookForm from '../../../entrypoints/library/harvest/LookForm.svelte';
import { openArchiveStore } from '../../../lib/collection/archives/archive-store.ts';

afterEach(cleanup);

/** The form, with an address in it; gives what it asked of the browser, and the looks that it began. */
function show(given: string, granted = true) {
  const store = openArchiveStore(`archives-${crypto.randomUUID()}`);
  const actions = {
    grant: vi.fn(async (_: readonly string[]) => granted),
    look: vi.fn(async () => undefined),
    restsUntil: async () => 0,
    start: async () => ({ ok: true, value: { id: '' } }) as const,
  };
  render(LookForm, { store, actions, given });
  const begun = async () => (await store.harvests.toArray()).map(({ scope, archive }) => ({ ...scope, archive }));
  return { actions, begun };
}

const press = (): Promise<unknown> => fireEvent.submit(screen.getByTestId('look-form'));

describe('a look at an archive', () => {
  it('asks for the archive’s host when it is begun, and for nothing before', async () => {
    const { actions, begun } = show('https://web.archive.org/web/*/http://www.nbdx.cn/*');
    expect(actions.grant).not.toHaveBeenCalled();
    await press();
    await vi.waitFor(() => expect(actions.look).toHaveBeenCalled());
    expect(actions.grant.mock.calls).toEqual([[['*://web.archive.org/*']]]);
    expect(await begun()).toEqual([{ match: 'host', url: 'www.nbdx.cn', archive: 'wayback' }]);
  });

  it('is none where access is not granted', async () => {
    const { actions, begun } = show('www.nbdx.cn', false);
    await press();
    await screen.findByTestId('look-trouble');
    expect(actions.look).not.toHaveBeenCalled();
    expect(await begun()).toEqual([]);
  });

  it('is of the folder that is named, of the page where the reader wants that, else of all of its site', async () => {
    const wanted = [
      ['http://www.nbdx.cn/xuebao/*', null, { match: 'prefix', url: 'http://www.nbdx.cn/xuebao/' }],
      ['http://www.nbdx.cn/show.asp?id=697', null, { match: 'host', url: 'www.nbdx.cn' }],
      ['http://www.nbdx.cn/a/show.asp?u=/b/c', 'prefix', { match: 'prefix', url: 'http://www.nbdx.cn/a/' }],
      ['http://www.nbdx.cn/show.asp?id=697', 'exact', { match: 'exact', url: 'http://www.nbdx.cn/show.asp?id=697' }],
    ] as const;
    for (const [given, chosen, scope] of wanted) {
      const { actions, begun } = show(given);
      const choice = chosen === null ? null : document.querySelector(`input[value="${chosen}"]`);
      if (choice) await fireEvent.click(choice);
      await press();
      await vi.waitFor(() => expect(actions.look).toHaveBeenCalled());
      expect(await begun(), given).toEqual([{ ...scope, archive: 'wayback' }]);
      cleanup();
    }
  });

  it('is never of archive.today, which refuses programs, and says what to do instead', async () => {
    const { actions, begun } = show('www.nbdx.cn');
    await fireEvent.change(screen.getByTestId('look-archive'), { target: { value: 'other' } });
    await fireEvent.input(screen.getByTestId('look-server'), { target: { value: 'https://archive.ph/' } });
    await press();
    expect((await screen.findByTestId('look-trouble')).textContent).toContain('archive.today');
    expect(actions.grant).not.toHaveBeenCalled();
    expect(await begun()).toEqual([]);
  });
});
