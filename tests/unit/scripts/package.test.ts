import { describe, expect, it } from 'vitest';
import { explain, type LintMessage } from '../../../scripts/package/lint-firefox.ts';
import { compareZips } from '../../../scripts/package/zips.ts';

describe('what the linter of Firefox’s store says', () => {
  const unsafe = (text: string): string | undefined => {
    const message: LintMessage = {
      _type: 'warning',
      code: 'UNSAFE_VAR_ASSIGNMENT',
      message: 'Unsafe assignment to innerHTML',
      file: 'chunks/page.js',
      line: 2,
      column: text.indexOf('innerHTML'),
    };
    return explain(message, () => `first line\n${text}`);
  };

  it.each([
    ['var t=mn(`template`);return t.innerHTML=Ir(e.replaceAll(`<!>`,`<!---->`)),t.content', 'Svelte'],
    ['t=ft.createDocument(en,`template`,null);try{t.documentElement.innerHTML=tn?O:i}catch{}', 'DOMPurify'],
    ['if(e.innerHTML=r,this._attempts.push({articleContent:O}),this._flagIsActive(1))', 'Readability'],
  ])('is explained by whose code it is: %s', (text, name) => {
    expect(unsafe(text)).toContain(name);
  });

  it('is not explained where it is about code of our own', () => {
    expect(unsafe('box.innerHTML=answer')).toBeUndefined();
  });
});

describe('zips of two builds', () => {
  const zip = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
  const one = new Map([
    ['/one/a.zip', zip(1, 2)],
    ['/one/b.zip', zip(3)],
  ]);

  it('are compared by name and bytes, wherever they lie', () => {
    const same = compareZips(one, new Map([...one].map(([path, bytes]) => [path.replace('/one', '/two'), bytes])));
    expect(same.map(({ name, same: is }) => [name, is])).toEqual([
      ['a.zip', true],
      ['b.zip', true],
    ]);
  });

  it('differ by one byte, and by one that is missing', () => {
    expect(compareZips(one, new Map([['/two/a.zip', zip(1, 3)]])).map(({ same }) => same)).toEqual([false, false]);
  });
});
