import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncTarget } from '../../../lib/collection/sync-store/target.ts';
import { readingSentence } from '../../../lib/features/sync/reading-words.ts';
import { noticeSentence, syncSentence, troubleSentence } from '../../../lib/features/sync/trouble-words.ts';
import type { PeerNotice } from '../../../lib/sync/run/pull.ts';
import { refusalOf } from '../../../lib/sync/server/answers.ts';
import { type SyncProblem, SyncRefusal } from '../../../lib/sync/storage.ts';

type Entry = string | { readonly [key: string]: Entry };
const told = vi.hoisted((): { words: unknown } => ({ words: {} }));

/** Speaks the words of the language that is at hand. */
vi.mock('#i18n', () => ({
  i18n: {
    t(key: string, fillings: readonly string[] = []): string {
      const found = key
        .split('.')
        .reduce<Entry | undefined>(
          (entry, name) => (typeof entry === 'object' ? entry[name] : undefined),
          told.words as Entry,
        );
      if (typeof found !== 'string') throw new Error(`Nothing is said for ${key}`);
      return found.replace(/\$(\d)/g, (_, place) => fillings[Number(place) - 1] ?? '');
    },
  },
}));
vi.mock('wxt/browser', () => ({ browser: {} }));

const folder = 'assets/locales';
const languages = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Every trouble that a sync may have; the type keeps the list whole. */
const troubles = {
  unreachable: 'TypeError: Failed to fetch',
  'not-let-in': '401',
  'other-login': 'Digest',
  forbidden: '403',
  'no-folder': 'wencun/heads',
  locked: '423',
  later: String(Date.UTC(2026, 10, 27, 4)),
  full: '507',
  refused: '418',
  emptied: '',
  'own-missing': '',
  'other-vault': '',
  twin: '',
  'newer-format': '',
  'many-deletions': '51',
  'needs-passphrase': '',
  'wrong-passphrase': '',
  'not-encrypted': '',
  'not-kept': '',
  'not-allowed': '',
  stopped: '',
  'no-log': '',
  'too-large': '128000000',
  taken: '',
  'other-page': '302',
  broken: '500',
  'file-too-large': '413',
  unfinished: '',
  'no-database': 'essays',
  'out-of-service': '503',
  'own-folder': '',
} as const satisfies Record<SyncProblem, string>;
const notices = ['missing', 'shrunken', 'half', 'newer', 'clock'] as const satisfies readonly PeerNotice['notice'][];

describe.each(languages)('in %s', (language) => {
  beforeEach(() => {
    told.words = JSON.parse(readFileSync(`${folder}/${language}`, 'utf8'));
  });
  const isChinese = language.startsWith('zh');

  it('each trouble is told in a sentence of its own, without a word of the machine', () => {
    const sentences = Object.entries(troubles).map(([code, detail]) =>
      troubleSentence(code as SyncProblem, detail, 'dav.example.org'),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const [at, sentence] of sentences.entries()) {
      const code = Object.keys(troubles)[at] ?? '';
      expect(sentence, code).toMatch(isChinese ? /。$/ : /\.$/);
      expect(sentence, code).not.toMatch(/\$\d|undefined|NaN|TypeError|Failed to fetch/);
      if (code.includes('-')) expect(sentence).not.toContain(code);
      if (isChinese) expect(sentence, code).not.toMatch(/[\u4e00-\u9fff] ?[,.;!?] ?[\u4e00-\u9fff]/);
    }
  });

  it('a folder is spoken of as a folder, by its name, not as a server', () => {
    const ofFolder = Object.keys(troubles).filter((code) => {
      const [server, own] = [false, true].map((is) => troubleSentence(code as SyncProblem, '', '文献', is));
      return server !== own;
    });
    expect(ofFolder).toEqual([
      ...['no-folder', 'locked', 'full', 'refused', 'emptied', 'own-missing', 'not-kept', 'not-allowed'],
    ]);
    for (const code of ofFolder) {
      const sentence = troubleSentence(code as SyncProblem, 'NotFoundError wencun', '文献', true);
      expect(sentence, code).toMatch(isChinese ? /[“「]文献[”」].*。$/ : /“文献”.*\.$/);
      expect(sentence, code).not.toMatch(/服务器|伺服器|server|NotFoundError|\$\d/);
    }
  });

  it('what a colleague publishes is asked for by who reads it: no word of writing, nor of connecting anew', () => {
    const codes = ['not-let-in', 'forbidden', 'other-vault'] as const;
    for (const isSubscribed of [false, true])
      for (const code of codes.slice(0, isSubscribed ? 3 : 2)) {
        const sentence = readingSentence(code, troubles[code], 'cloud.example.org', isSubscribed);
        expect(sentence, code).not.toBe(troubleSentence(code, troubles[code], 'cloud.example.org'));
        expect(sentence, code).not.toMatch(/写入|寫入|write|重新连接|重新連線|[Cc]onnect anew/);
      }
    expect(readingSentence('full', '', 'cloud.example.org', true)).toBe(
      troubleSentence('full', '', 'cloud.example.org'),
    );
  });

  it('each oddity of another computer is told with its name', () => {
    for (const notice of notices) {
      const sentence = noticeSentence({ device: 'abcdefghijkl', name: '宿舍电脑', notice });
      expect(sentence, notice).toContain('宿舍电脑');
      expect(noticeSentence({ device: 'abcdefghijkl', name: '', notice })).toContain('abcdefghijkl');
    }
  });

  it.each([
    [302, 'other-page'],
    [401, 'not-let-in'],
    [403, 'forbidden'],
    [404, 'no-folder'],
    [409, 'no-folder'],
    [413, 'file-too-large'],
    [418, 'refused'],
    [423, 'locked'],
    [429, 'later'],
    [500, 'broken'],
    [502, 'unreachable'],
    [503, 'later'],
    [507, 'full'],
    [511, 'other-page'],
    [522, 'unreachable'],
  ] as const)('an answer of %i is told as %s', async (status, code) => {
    const refusal = await refusalOf(new Response(null, { status }));
    expect(refusal).toBeInstanceOf(SyncRefusal);
    expect(refusal.code).toBe(code);
    const sentence = troubleSentence(refusal.code, refusal.detail, 'dav.example.org');
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence).not.toMatch(/NaN|Invalid/);
  });
});

describe.each(languages)('%s, of a computer that has synced', (name) => {
  beforeEach(() => {
    told.words = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  });
  const common = { lock: null, key: null, device: '书房', wanted: ['acts'] } as const;
  const server: SyncTarget = { kind: 'webdav', address: 'https://dav.example/', user: '', password: '', ...common };
  const disk = {
    kind: 'folder',
    name: '文存',
    handle: {} as FileSystemDirectoryHandle,
    ...common,
  } satisfies SyncTarget;

  it('names no field that is not there: a passphrase is entered by connecting anew', () => {
    for (const code of ['needs-passphrase', 'wrong-passphrase', 'not-encrypted'] as const)
      expect(syncSentence(code, '', server)).toMatch(/重新连接|重新連線|[Cc]onnect anew/);
  });

  it('speaks of no server where a folder of the disk is synced by', () => {
    for (const code of ['no-folder', 'locked'] as const) {
      expect(syncSentence(code, '', disk)).not.toMatch(/服务器|伺服器|server/);
      expect(syncSentence(code, '', server)).toMatch(/服务器|伺服器|server/);
    }
  });
});
