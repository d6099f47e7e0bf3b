import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../../../scripts/harvest/arguments.ts';
import { createAsker } from '../../../../scripts/harvest/ask.ts';

const folder = mkdtempSync(join(tmpdir(), 'follow-at-home-'));
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server of this machine that sends on what is asked for below `/to/`; gives its address and what it was asked for. */
async function serve(to = '') {
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const location = /\/old\//.test(url) ? url.replace('/old/', '/new/') : to + url;
    const isLed = to !== '' && !url.includes('/new/');
    response.writeHead(isLed ? 302 : 200, { 'content-type': 'text/html', ...(isLed && { location }) });
    response.end('<p>正文</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const home = await serve();
const archive = await serve(home.base);
const options = readArguments(['www.nbdx.cn', '--archive', archive.base, '--gap', '0', '--out', folder]);
const asker = createAsker(options.archive, join(folder, 'archive.json'), {
  fetch,
  now: Date.now,
  rest: async () => undefined,
  say: () => undefined,
});

describe('what an archive leads to', () => {
  it('is read within the archive, each step a request', async () => {
    const address = `${archive.base}/web/20050101000000id_/http://www.nbdx.cn/old/1.html`;
    const before = asker.requests();
    expect(await asker.page(address)).toMatchObject({
      kind: 'page',
      page: { address, url: address.replace('/old/', '/new/') },
    });
    expect(asker.requests() - before).toBe(2);
  });

  it('is asked for nothing where it is another server, on this machine or anywhere', async () => {
    const address = `${archive.base}/web/20050101000000id_/http://www.nbdx.cn/show.asp?id=1`;
    expect(await asker.page(address)).toEqual({ kind: 'failed', reason: 'redirected' });
    await expect(asker.index(`${archive.base}/cdx/search/cdx?url=www.nbdx.cn`)).rejects.toThrow(
      /leads to 127\.0\.0\.1/,
    );
    expect(home.asked).toEqual([]);
  });
});
