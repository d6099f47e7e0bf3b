import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thirdPartyNotices } from '../../../scripts/package/notices.ts';

/** A root with packages of our own making. */
const root = mkdtempSync(join(tmpdir(), 'wencun-notices-'));
const files = {
  LICENSE: 'MIT License\n\nCopyright (c) us\n\nPermission is hereby granted to all.',
  'node_modules/one/package.json':
    '{"name":"one","version":"1.0.0","license":"(MIT OR Apache-2.0)","author":"A. Writer"}',
  'node_modules/one/LICENSE.md': 'The licence of one.',
  'node_modules/one/index.js':
    '/**\n * @license BSD\n * Taken from elsewhere.\n */\n// node_modules/two/own.js\nexport const a = 1;',
  'node_modules/one/unused.js': '/*! Never bundled. */',
  'node_modules/one/node_modules/@of/three/package.json':
    '{"name":"@of/three","version":"3.0.0","license":"MIT","author":{"name":"C. Third"}}',
  'node_modules/one/node_modules/@of/three/main.js': '/* a comment like any other */ export const c = 3;',
  'node_modules/two/package.json': '{"name":"two","version":"2.0.0","license":"ISC"}',
  'node_modules/two/NOTICE': 'The notice of two.',
  'node_modules/vite/package.json': '{"name":"vite","version":"9.0.0","license":"MIT"}',
  'node_modules/vite/LICENSE.md': 'The licence of Vite.\n\n# Licenses of bundled dependencies\n\nThat of another.',
  'node_modules/never/package.json': '{"name":"never","version":"1.0.0","license":"MIT"}',
};
const at = (path: string): string => join(root, path);

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the notices of what is bundled', () => {
  const bundled = () => [
    at('lib/own.ts'),
    `${at('node_modules/one/index.js')}?raw`,
    at('node_modules/one/node_modules/@of/three/main.js'),
    '\0vite/preload-helper.js',
  ];

  it('begin with a line for each package that something of is bundled, also within another', () => {
    const [head = ''] = thirdPartyNotices(root, bundled()).split('\n\n');
    expect(head.split('\n')).toEqual([
      '@of/three 3.0.0 (MIT)',
      'one 1.0.0 (MIT OR Apache-2.0)',
      'two 2.0.0 (ISC)',
      'vite 9.0.0 (MIT)',
    ]);
  });

  it('hand on the texts of licences, and what the bundled modules say themselves', () => {
    const notices = thirdPartyNotices(root, bundled());
    for (const text of ['The licence of one.', 'Taken from elsewhere.', 'The notice of two.', 'The licence of Vite.'])
      expect(notices).toContain(text);
    for (const text of ['Never bundled', 'That of another', 'like any other', root])
      expect(notices).not.toContain(text);
  });

  it('write out the licence of a package that was published without its text', () => {
    expect(thirdPartyNotices(root, bundled())).toContain(
      '@of/three 3.0.0 (MIT)\n\nCopyright (c) C. Third\n\nPermission is hereby granted to all.',
    );
  });

  it('are the same in whatever order the bundler took the modules in', () => {
    expect(thirdPartyNotices(root, bundled().toReversed())).toBe(thirdPartyNotices(root, bundled()));
  });
});
