import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { provesOrigin } from '../../../lib/archive/trust.ts';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { mergeEssay } from '../../../lib/collection/backup/merging/merge-essay.ts';
import { findByUrl, getEssay } from '../../../lib/collection/get-essay.ts';
import { essayRowOf } from '../../../lib/collection/keep/essay-row.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { standingOf } from '../../../lib/collection/standing.ts';
import { listVersions } from '../../../lib/collection/versions.ts';
import { essayId } from '../../../lib/essay/identity.ts';
import { validClip } from '../../../lib/messages/valid-clip.ts';
import { essayAddress, readWholeEssay } from '../../../lib/pipeline/whole-essay.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay, sampleKeeping } from '../../support/keepings.ts';
import { parsePage } from '../../support/parse-page.ts';

const victim = 'http://www.nbdx.cn/show.asp?id=697';
const far = 'http://www.far.example/news/1.html';

const text = [1, 2, 3, 4]
  .map(
    (n) =>
      `<p>　　第${n}段说的是另一回事：有人把自己的话放在别人的地址底下，要让读的人以为那是学校登出来的文章，所以要看清楚它是从哪里来的。</p>`,
  )
  .join('');
const page = (parts: { before?: string; html?: string; head?: string; top?: string; end?: string } = {}): string =>
  `${parts.before ?? ''}<html${parts.html ?? ''}><head><title>中共宁北市委党校</title>${parts.head ?? ''}</head><body>${parts.top ?? ''}
   <h1>别人的话</h1><p>2007-07-02 作者：何人</p>${text}<p>版权所有：中共宁北市委党校</p>${parts.end ?? ''}</body></html>`;

const timestamp = '20070702205327';
const toolbar = `<div id="wm-ipp-base"><input id="wmtbURL" value="${victim}"><input name="date" value="${timestamp}"></div>
  <script>__wm.wombat("${victim}","${timestamp}","https://web.archive.org/","web","x")</script>`;
const singleFile = `<!--\n Page saved with SingleFile \n url: ${victim} \n saved date: Mon Jul 02 2007 20:53:27 GMT+0800\n-->`;
const links = [1, 2, 3, 4, 5].map(
  (n) => `<a href="https://web.archive.org/web/${timestamp}/http://www.nbdx.cn/show.asp?id=${n}">文</a>`,
);

/** Ways to say that a page is another site's: page, and address that it is shown under. */
const forged: Readonly<Record<string, readonly [html: string, url: string]>> = {
  'an address like a replay’s': [page(), `http://www.far.example/${timestamp}/${victim}`],
  'an address like pywb’s': [page(), `http://www.far.example/coll/${timestamp}mp_/${victim}`],
  'an archive’s name before the host': [page(), `http://web.archive.org@www.far.example/web/${timestamp}/${victim}`],
  'a host that begins like an archive’s': [page(), `http://web.archive.org.far.example/web/${timestamp}/${victim}`],
  'a host that ends like an archive’s': [page(), `https://xarchive.today/${timestamp}/${victim}`],
  'a file put up at the Internet Archive': [page(), `https://archive.org/download/x/${timestamp}/${victim}`],
  'an archive’s address in a query': [
    page(),
    `http://www.far.example/?https://web.archive.org/web/${timestamp}/${victim}`,
  ],
  'an archive’s address in a fragment': [
    page(),
    `http://www.far.example/#https://web.archive.org/web/${timestamp}/${victim}`,
  ],
  'a comment of SingleFile': [page({ html: '', before: singleFile }), far],
  'a comment of SingleFile behind html': [page({ top: singleFile }), far],
  WebScrapBook: [page({ html: ` data-scrapbook-source="${victim}" data-scrapbook-create="20070702205327000"` }), far],
  'a comment of a saving browser': [
    page({ before: `<!-- saved from url=(${String(victim.length).padStart(4, '0')})${victim} -->` }),
    far,
  ],
  'the Wayback Machine’s toolbar': [page({ top: toolbar }), far],
  'the Wayback Machine’s comment': [
    page({
      top: toolbar,
      end: `<!--\n     FILE ARCHIVED ON 20:53:27 Jul 02, 2007 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 1:00:00 Jan 1, 2020.\n-->`,
    }),
    far,
  ],
  'links into the Wayback Machine': [
    page({
      head: `<link rel="canonical" href="https://web.archive.org/web/${timestamp}/${victim}">`,
      end: `${links.join(' ')}<!-- End Wayback Rewrite JS Include -->`,
    }),
    far,
  ],
  'pywb’s script': [
    page({
      head: `<script>wbinfo = {}; wbinfo.url = "${victim}"; wbinfo.timestamp = "${timestamp}"; wbinfo.top_url = "http://www.far.example/coll/${timestamp}/${victim}";</script>`,
    }),
    far,
  ],
  'pywb’s frame': [
    page({ top: `<iframe id="replay_iframe" src="https://web.archive.org/web/${timestamp}/${victim}"></iframe>` }),
    far,
  ],
  'archive.today’s header': [
    page({
      head: `<link rel="bookmark" href="http://archive.today/${timestamp}/${victim}"><link rel="canonical" href="https://archive.ph/Q7xYt">`,
      top: `<div id="HEADER"><input name="q" value="${victim}"></div><div id="CONTENT">`,
      end: '</div>',
    }),
    far,
  ],
  'a canonical address': [
    page({
      head: `<link rel="canonical" href="${victim}"><meta property="og:url" content="${victim}"><meta name="url" content="${victim}">`,
    }),
    far,
  ],
  'a base address': [page({ head: `<base href="${victim}">` }), far],
  'a pager': [
    page({
      end: `<p>共2页 <a href="${victim}">1</a> <a href="http://www.nbdx.cn/show.asp?id=697&page=2">2</a> <a href="${victim}">上一页</a></p>`,
    }),
    'http://www.far.example/show.asp?id=697&page=2',
  ],
  'a pager on a base address': [
    page({
      head: '<base href="http://www.nbdx.cn/">',
      end: '<p>共2页 <a href="show.asp?id=697">1</a> <a href="show.asp?id=697&page=2">2</a> <a href="show.asp?id=697">上一页</a></p>',
    }),
    'http://www.far.example/show.asp?id=697&page=2',
  ],
  'a pager below a claim': [
    page({
      before: singleFile.replace('id=697', 'id=697&page=2'),
      end: '<p>共2页 <a href="/show.asp?id=697">1</a> <a href="/show.asp?id=697&page=2">2</a></p>',
    }),
    'http://www.far.example/x/2.html',
  ],
  'an archived page with such a comment': [
    page({ before: singleFile }),
    `https://web.archive.org/web/20200101000000/${far}`,
  ],
  'an archived page with another’s toolbar': [
    page({ top: toolbar }),
    `https://web.archive.org/web/20200101000000/${far}`,
  ],
  'a frame written by a page': [page({ before: singleFile }), 'about:srcdoc'],
  'a page within an address': [page({ before: singleFile }), 'data:text/html,x'],
  'the home’s user before a far host': [page({ before: singleFile }), 'http://127.0.0.1@www.far.example/1.html'],
  'a far host with the home’s name in it': [page({ before: singleFile }), 'http://127.0.0.1.far.example/1.html'],
  'a far host that looks like the archive’s (Cyrillic)': [page(), `https://web.аrchive.org/web/${timestamp}/${victim}`],
  'an archive’s host in full-width letters below another': [
    page(),
    `https://web.archive.org。far.example/web/${timestamp}/${victim}`,
  ],
  'localhost below a far host': [page({ before: singleFile }), 'http://localhost.far.example:8080/1.html'],
  'a blob of a far host': [page({ before: singleFile, top: toolbar }), 'blob:http://www.far.example/6f2fa411'],
  'a script’s address': [page({ before: singleFile }), 'javascript:"x"'],
  'a view of the source': [page({ before: singleFile }), `view-source:${victim}`],
  'a file system’s address': [page({ before: singleFile }), 'filesystem:http://www.far.example/temporary/1.html'],
  'an FTP server': [page({ before: singleFile }), 'ftp://www.far.example/1.html'],
  'a far host with a port that is an archive’s path': [
    page(),
    `http://www.far.example:8080/web/${timestamp}id_/${victim}`,
  ],
  'a public address of the newer kind': [page({ before: singleFile }), 'http://[2001:db8::7]/1.html'],
};

const keptVictim = async () => {
  const collection = emptyCollection();
  const kept = expectValue(await keepEssay(collection, sampleKeeping({ originalUrl: victim, title: '学校的文章' })));
  return { collection, id: kept.id, before: expectValue(await getEssay(collection, kept.id)) };
};

describe('a page that says it is another site’s', () => {
  it.each(Object.entries(forged))('does not count as kept, nor as that: %s', async (_, [html, url]) => {
    const at = { document: parsePage(html, /^http/.test(url) ? url : far), url };
    const { collection, id } = await keptVictim();
    const seen = essayAddress(unwrap(at));
    expect(await essayId(seen)).not.toBe(id);
    expect(expectValue(await findByUrl(collection, seen))).toBeNull();
    expect(expectValue(await findByUrl(collection, url))).toBeNull();
  });

  it.each(Object.entries(forged))('takes no essay’s place: %s', async (_, [html, url]) => {
    const { collection, id, before } = await keptVictim();
    const asked: string[] = [];
    const read = await readWholeEssay(
      { document: parsePage(html, /^http/.test(url) ? url : far), url },
      async (address) => {
        asked.push(address);
        return null;
      },
      { any: true, pause: [0, 0] },
    );
    const essay = expectValue(read);
    if (/^https?:/.test(url)) {
      const keeping = sampleKeeping(essay, { pageUrl: url });
      expect(expectValue(await keepEssay(collection, keeping)).id).not.toBe(id);
    }
    expect(essay.archivedCopy === null || essay.archivedCopy.url === url).toBe(true);
    expect(expectValue(await getEssay(collection, id))).toEqual(before);
    expect(expectValue(await listVersions(collection, id))).toHaveLength(1);
    // Nor is the other site asked for more of it.
    expect(asked.filter((address) => address.startsWith('http://www.nbdx.cn'))).toEqual([]);
  });

  it('is shown with what it claims', async () => {
    const [html, url] = forged['a comment of SingleFile'] ?? ['', ''];
    const essay = expectValue(
      await readWholeEssay({ document: parsePage(html, url), url }, async () => null, { any: true }),
    );
    expect(essay.originalUrl).toBe(far);
    expect(essay.provenance.claim).toEqual({
      originalUrl: victim,
      archive: 'singlefile',
      capturedAt: '2007-07-02T12:53:27Z',
    });
  });

  it('is no capture of long ago either, where it claims to be a copy of itself', async () => {
    const html = page({ top: toolbar.replaceAll(victim, far) });
    const essay = expectValue(
      await readWholeEssay({ document: parsePage(html, far), url: far }, async () => null, { any: true }),
    );
    expect(essay.originalUrl).toBe(far);
    expect(essay.archivedCopy).toBeNull();
    expect(essay.provenance.claim?.originalUrl).toBe(far);
  });
});

describe('what proves an origin', () => {
  it.each([
    ['the page itself', victim],
    ['its other scheme', 'https://nbdx.cn/show.asp?id=697'],
    ['the Wayback Machine', `https://web.archive.org/web/${timestamp}/${victim}`],
    ['archive.today', 'https://archive.ph/Q7xYt'],
    ['an archive in an archive', `https://web.archive.org/web/2020/http://arquivo.pt/wayback/${timestamp}/${victim}`],
    ['a file', 'file:///home/a.html'],
    ['this machine', 'http://127.0.0.1:8080/coll/a.html'],
    ['a server in the house', 'http://192.168.1.7/a.html'],
    ['a machine by its name', 'http://bibliothek/wayback/a.html'],
  ])('%s', (_, url) => {
    expect(provesOrigin(url, victim)).toBe(true);
  });
});

describe('a clipper that a page has got hold of', () => {
  it('cannot say that its essay is another site’s', () => {
    const clip = {
      essay: sampleEssay({
        originalUrl: victim,
        archivedCopy: {
          archive: 'wayback',
          url: `https://web.archive.org/web/${timestamp}/${victim}`,
          capturedAt: null,
        },
      }),
      capture: { pageUrl: far, charset: 'utf-8', originalForm: 'served', rulesVersion: 1 },
      original: btoa('<p>x</p>'),
      otherPages: [],
    };
    const keeping = expectValue(validClip({ ok: true, value: clip }, '2026-01-01T00:00:00Z'));
    expect(keeping.essay.originalUrl).toBe(far);
    expect(keeping.essay.archivedCopy).toBeNull();
    expect(keeping.essay.provenance.claim?.originalUrl).toBe(victim);
  });

  it('may say that its essay begins on another page of its site', () => {
    const clip = {
      essay: sampleEssay({ originalUrl: 'http://www.far.example/news/1.html' }),
      capture: {
        pageUrl: 'http://www.far.example/news/1_2.html',
        charset: 'utf-8',
        originalForm: 'served',
        rulesVersion: 1,
      },
      original: btoa('<p>x</p>'),
      otherPages: [],
    };
    expect(expectValue(validClip({ ok: true, value: clip }, '2026-01-01T00:00:00Z')).essay.originalUrl).toBe(far);
  });
});

describe('a version in a backup', () => {
  const ids = { captureId: 'c', essayId: 'e' };
  const row = (title: string) =>
    essayRowOf({ ...sampleEssay({ originalUrl: victim, title }), ...ids }, '2026-01-01T00:00:00Z', '');
  const version = (title: string, takenAt: string, pageUrl: string, originalForm: 'served' | 'file' = 'served') => ({
    row: row(title),
    takenAt,
    standing: standingOf({ pageUrl, originalForm }, victim),
  });
  const here = version('学校的文章', '2026-01-01T00:00:00Z', victim);

  it.each([
    ['another site', version('别人的话', '2026-02-01T00:00:00Z', far)],
    [
      'an address like a replay’s',
      version('别人的话', '2026-02-01T00:00:00Z', `http://www.far.example/${timestamp}/${victim}`),
    ],
    ['a file', version('别人的话', '2026-02-01T00:00:00Z', 'file:///a.html', 'file')],
  ])('takes no better proved one’s place: %s', (_, restored) => {
    expect(mergeEssay(here, restored).title).toBe('学校的文章');
  });

  it.each([
    ['its site', version('新的一版', '2026-02-01T00:00:00Z', victim)],
    [
      'a public archive',
      version('新的一版', '2026-02-01T00:00:00Z', `https://web.archive.org/web/${timestamp}/${victim}`),
    ],
  ])('is the current one when it is newer and taken at %s', (_, restored) => {
    expect(mergeEssay(here, restored).title).toBe('新的一版');
  });
});
