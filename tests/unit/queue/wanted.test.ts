import { describe, expect, it } from 'vitest';
import { originsOf, wantedAddress, wantedEssay, wantedList } from '../../../lib/queue-plan/wanted.ts';

const page = 'http://www.nbdx.cn/show.asp?id=7';

describe('what is wanted', () => {
  it('is one item whatever form its address has, a replay of it too', () => {
    const forms = [page, 'https://nbdx.cn/show.asp?id=7#top', `https://web.archive.org/web/20070702205327/${page}`];
    expect(new Set(forms.map((form) => wantedAddress(form)?.key)).size).toBe(1);
  });

  it('is another item as a list than as an essay', () => {
    expect(wantedList(page).key).not.toBe(wantedEssay({ address: page, title: '', date: null }).key);
  });

  it('is nothing that cannot be fetched', () => {
    const not = ['', '石坎', 'file:///a.html', 'javascript:alert(1)', 'http://me:secret@www.nbdx.cn/', 'about:blank'];
    expect(not.map((form) => wantedAddress(form))).toEqual(not.map(() => null));
  });

  it('asks for each host once, without port and scheme', () => {
    expect(originsOf([page, 'https://www.nbdx.cn/1', 'http://a.example:8080/2', 'file:///x'])).toEqual([
      '*://www.nbdx.cn/*',
      '*://a.example/*',
    ]);
  });
});
