import { describe, expect, it } from 'vitest';
import { rawReplay, shownReplay } from '../../../lib/archive/raw-replay.ts';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { absolute } from '../../../lib/listing/pager-links.ts';
import { parsePage } from '../../support/parse-page.ts';

const shown = 'https://web.archive.org/web/20070702205327/http://www.nbdx.cn/xw/show.asp?id=697';
const raw = 'https://web.archive.org/web/20070702205327id_/http://www.nbdx.cn/xw/show.asp?id=697';
const archived = 'https://web.archive.org/web/20070702205327id_/';

describe('the bytes of a capture', () => {
  it('have an address of their own, which leads back to the one that is shown', () => {
    expect(rawReplay(shown)).toBe(raw);
    expect(rawReplay(raw)).toBeNull();
    expect(shownReplay(raw)).toBe(shown);
    expect(shownReplay(shown)).toBe(shown);
    expect(rawReplay('http://127.0.0.1:8080/lib/20070702205327/http://a.example/')).toBe(
      'http://127.0.0.1:8080/lib/20070702205327id_/http://a.example/',
    );
    expect(rawReplay('http://www.nbdx.cn/show.asp?id=697')).toBeNull();
    expect(rawReplay('https://web.archive.org/web/2007*/http://www.nbdx.cn/')).toBeNull();
  });

  it.each([
    ['show.asp?id=697&page=2', `${archived}http://www.nbdx.cn/xw/show.asp?id=697&page=2`],
    ['/list.asp?page=2', `${archived}http://www.nbdx.cn/list.asp?page=2`],
    ['http://www.nbdx.cn/list.asp', `${archived}http://www.nbdx.cn/list.asp`],
    ['../a.htm', `${archived}http://www.nbdx.cn/a.htm`],
    ['javascript:void(0)', null],
  ])('link within the archive: %s', (href, address) => {
    const page = unwrap({ document: parsePage(`<p><a href="${href}">x</a></p>`, raw), url: raw });
    expect(page.originalUrl).toBe('http://www.nbdx.cn/xw/show.asp?id=697');
    expect(absolute(href, page)).toBe(address);
  });
});
