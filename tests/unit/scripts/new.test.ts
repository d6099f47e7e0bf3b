import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
