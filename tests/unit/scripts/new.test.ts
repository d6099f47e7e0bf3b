import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../scripts/new/kinds.ts';
import { camel, filesOf } from '../../../scripts/new/scaffold.ts';
import { root } from '../../support/sources.ts';

const read = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;

describe('npm run new', () => {
  it.each(Object.entries(kinds))('%s finds its place in every list, and writes code that parses', (_, make) => {
    const files = filesOf(make('set-in-moon'), read);
    const wrong = [...files].flatMap(([path, text]) => {
      if (!path.endsWith('.ts')) return [];
      const { diagnostics = [] } = ts.transpileModule(text, {
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
      });
      return diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    });
    expect(wrong).toEqual([]);
    const changed = [...files].filter(([path]) => read(path) !== null);
    expect(changed.length).toBeGreaterThan(1);
    for (const [path, text] of changed) expect(text, path).toMatch(/set-in-moon|setInMoon/u);
  });

  it.each(Object.entries(kinds))('%s imports what is there, and names files that are', (_, make) => {
    const scaffold = make('set-in-moon');
    const files = filesOf(scaffold, read);
    const isThere = (path: string): boolean => files.has(path) || existsSync(join(root, path));
    const imported = [...files].flatMap(([path, text]) =>
      path.endsWith('.ts')
        ? [...text.matchAll(/ from '(\.[^']+)';/gu)].map(([, target = '']) => normalize(join(dirname(path), target)))
        : [],
    );
    const named = scaffold.left.flatMap((sentence) => sentence.match(/(?:lib|tests|assets|docs)\/[\w./-]+/gu) ?? []);
    expect(named.length).toBeGreaterThan(1);
    expect([...imported, ...named].filter((path) => !isThere(path))).toEqual([]);
  });

  it.each(['rule', 'archive'])('%s gives records its name', (kind) => {
    const files = filesOf(kinds[kind]?.('set-in-moon') ?? expect.fail(), read);
    expect(files.get('lib/essay/record-words.ts')).toMatch(/^ {2}'set-in-moon',$/mu);
  });

  it('archive says which file its page exercises', () => {
    const files = filesOf(kinds['archive']?.('set-in-moon') ?? expect.fail(), read);
    const [, path] =
      /'set-in-moon': archive\('([^']+)'\)/u.exec(files.get('tests/corpus/pages/exercises.ts') ?? '') ?? [];
    expect([...files.keys()]).toContain(`lib/archive/${path}.ts`);
  });

  it('overwrites nothing', () => {
    expect(() => filesOf(kinds['rule']?.('box') ?? expect.fail(), read)).toThrow(
      'lib/clean/rules/box.ts is there already.',
    );
  });

  it('writes nothing where a list is not found', () => {
    const scaffold = {
      files: {},
      insertions: [{ path: 'a.ts', place: /b/u, where: 'before', text: 'c' }],
      texts: [],
      left: [],
    } as const;
    expect(() => filesOf(scaffold, () => 'x')).toThrow('a.ts has no place for "c".');
    expect(() => filesOf(scaffold, () => null)).toThrow('a.ts is not there.');
  });
});

it('names in code follow the names of files', () => {
  expect(camel('set-in-box')).toBe('setInBox');
});
