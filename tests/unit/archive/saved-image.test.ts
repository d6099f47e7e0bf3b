import { describe, expect, it } from 'vitest';
import { imageSource } from '../../../lib/archive/image-source.ts';
import { savedImageAddress, savedImagePath } from '../../../lib/archive/saved/saved-image.ts';

const page = 'http://a.cn/show.asp?id=12';

describe('an image in the folder beside a saved page', () => {
  it.each([
    ['page_files/1.gif', 'page_files/1.gif'],
    ['./page_files/1.gif', 'page_files/1.gif'],
    ['page.files/up/1.gif', 'page.files/up/1.gif'],
    ['调查_files/图 一.gif', '调查_files/图 一.gif'],
    ['%E8%B0%83_files/1.gif', '调_files/1.gif'],
  ])('has an address by which it is found again: %s', (written, path) => {
    const address = savedImageAddress(written, page);
    expect(address?.startsWith(`${page}#`)).toBe(true);
    expect(savedImagePath(address ?? '')).toBe(path);
  });

  it('cannot be fetched from anywhere', () =>
    expect(imageSource(`${page}#page_files/1.gif`, { pageUrl: page, archivedCopy: null })).toBeNull());

  it.each([
    ['an image of the site', 'images/1.gif', page],
    ['an address', 'http://a.cn/page_files/1.gif', page],
    ['a folder above', '../page_files/1.gif', page],
    ['a page whose address is not known', 'page_files/1.gif', 'file:///0123/page.htm'],
  ])('is not %s', (_, written, originalUrl) => expect(savedImageAddress(written, originalUrl)).toBeNull());

  it('is no other fragment, and an escape that is none stays', () => {
    expect(savedImagePath(`${page}#top`)).toBeNull();
    expect(savedImagePath(`${page}#a_files/100%.gif`)).toBe('a_files/100%.gif');
  });
});
