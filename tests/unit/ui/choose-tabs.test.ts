import { expect, it } from 'vitest';
import { canChoose, chooseTabs, type OpenTab } from '../../../entrypoints/library/queue/choose-tabs.ts';

const tab = (id: number, address: string | null, given: Partial<OpenTab> = {}): OpenTab => ({
  id,
  address,
  title: `第${id}页`,
  essay: false,
  ...given,
});

it('tells what each tab is, and leaves out those whose address is not told', () => {
  const tabs = [
    tab(1, 'http://www.nbdx.cn/show.asp?id=1', { essay: true }),
    tab(2, 'http://www.nbdx.cn/list.asp'),
    tab(3, 'http://elsewhere.example/'),
    tab(4, 'http://www.nbdx.cn/show.asp?id=4', { essay: true }),
    tab(5, 'https://nbdx.cn/show.asp?id=1#top', { essay: true }),
    tab(6, 'chrome://version/'),
    tab(7, null),
  ];
  const choices = chooseTabs(tabs, new Set([4]), ['*://www.nbdx.cn/*']);
  expect(choices.map(({ id, state }) => [id, state])).toEqual([
    [1, 'essay'],
    [2, 'plain'],
    [3, 'unknown'],
    [4, 'kept'],
    [5, 'same'],
    [6, 'not-web'],
  ]);
  expect(choices.filter(canChoose).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(choices[0]?.wanted).toMatchObject({ key: 'http://nbdx.cn/show.asp?id=1', title: '第1页' });
});
