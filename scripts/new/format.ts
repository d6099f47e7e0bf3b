import { camel, importInto, type Scaffold } from './scaffold.ts';

const writer = (name: string): string => `import type { ExportRecord } from '../record.ts';

/** An essay as ${name} has it, with the line end behind it. */
export const ${camel(name)}Line = ({ essay }: ExportRecord): string => \`\${essay.title}\\n\`;
`;

const test = (name: string): string => `import { expect, it } from 'vitest';
import { formats } from '../../../lib/export/formats.ts';
import { sampleRecord } from './sample-record.ts';

it('writes every essay into one file of ${name}', async () => {
  const format = formats.find(({ id }) => id === '${name}');
  let text = '';
  for await (const bytes of format?.write([sampleRecord({ title: '甲' }), sampleRecord({ title: '乙' })]) ?? []) {
    text += new TextDecoder().decode(bytes);
  }
  expect(text).toBe('甲\\n乙\\n');
});
`;

/** An export format that holds all essays in one file. */
export const newFormat = (name: string): Scaffold => ({
  files: {
    [`lib/export/corpus/${name}.ts`]: writer(name),
    [`tests/unit/export/${name}.test.ts`]: test(name),
  },
  insertions: [
    importInto('lib/export/formats.ts', `import { ${camel(name)}Line } from './corpus/${name}.ts';`),
    {
      path: 'lib/export/formats.ts',
      place: /^ {2}\{ id: 'jsonl',/mu,
      where: 'before',
      text: `  { id: '${name}', kind: 'corpus', extension: 'txt', mime: text, write: writeEach(${camel(name)}Line) },\n`,
    },
    {
      path: 'lib/features/export/format-words.ts',
      place: /const keys = \{\n/u,
      where: 'behind',
      text: `  '${name}': ['exporting.${camel(name)}', 'exporting.${camel(name)}Hint'],\n`,
    },
    {
      path: 'docs/exports.md',
      place: /^\| `jsonl` \|/mu,
      where: 'before',
      text: `| \`${name}\` | .txt | a line an essay |\n`,
    },
  ],
  texts: [
    { key: ['exporting', camel(name)], text: name },
    { key: ['exporting', `${camel(name)}Hint`], text: name },
  ],
  left: [
    `lib/export/corpus/${name}.ts: every field that the format has a place for, and the reader's own words, which own-words.test.ts asks of each; the same essays give the same bytes`,
    'lib/export/formats.ts: its extension and media type, and its kind',
    `assets/locales: its name and a sentence on what it is good for (exporting.${camel(name)}, …Hint), in three languages`,
    'docs/exports.md: what it holds',
    `tests/unit/export/${name}.test.ts: read it back with a program of its own kind`,
    `npx vitest run --project unit tests/unit/export; npm run clip -- PAGE --format ${name}`,
  ],
});
