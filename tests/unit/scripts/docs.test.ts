import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourcesOf } from '../../support/sources.ts';

const code = sourcesOf(/^(lib|entrypoints|scripts|tests)\/.*\.(ts|mjs|svelte)$/);
const documents = sourcesOf(/^(docs\/[\w-]+|[A-Z]+)\.md$/);

describe('docs/portals.md', () => {
  const text = readFileSync(join(root, 'docs/portals.md'), 'utf8');
  const sections = new Set([...text.matchAll(/^##+ (\d(?:\.\d+)?) /gm)].map(([, number]) => number));

  it('has every section that the code cites', () => {
    const cited = code.flatMap(({ path, text: source }) =>
      [...source.matchAll(/docs\/portals\.md (\d(?:\.\d+)?)(?: and (\d\.\d+))?/g)].flatMap(([, one, other]) =>
        [one, other].filter((number) => number !== undefined).map((number) => ({ path, number })),
      ),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter(({ number }) => !sections.has(number))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(documents.map(({ path, text }) => [path, text] as const))(
    '%s names files and commands that exist',
    (_, text) => {
      // Names with a placeholder in capitals are patterns: `lib/clean/rules/NAME.ts`.
      const paths = [...text.matchAll(/`((?:lib|entrypoints|scripts|tests|docs|assets)\/[\w./-]+?)\/?`/g)].map(
        ([, path]) => path ?? '',
      );
      expect(paths.filter((path) => !/[A-Z]{3}/.test(path) && !existsSync(join(root, path)))).toEqual([]);
      const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
      const commands = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name ?? '');
      expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    },
  );
});
