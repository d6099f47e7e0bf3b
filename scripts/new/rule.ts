import { camel, importInto, recordName, type Scaffold } from './scaffold.ts';

const rule = (name: string): string => `import type { CleanRule } from '../rule.ts';

const words = /^【${name}】$/u;

/** What the rule takes out, by its words and its place. */
export const ${camel(name)}: CleanRule = {
  id: '${name}',
  find: ({ lines, first, last }) =>
    lines.filter((line) => line.index > first && line.index < last && words.test(line.text)),
};
`;

/** A cleaning rule: the rule, its name in the interface, and a page that is read wrongly without it. */
export const newRule = (name: string): Scaffold => ({
  files: { [`lib/clean/rules/${name}.ts`]: rule(name) },
  insertions: [
    importInto('lib/clean/rules.ts', `import { ${camel(name)} } from './rules/${name}.ts';`),
    { path: 'lib/clean/rules.ts', place: /^ {2}links,$/mu, where: 'before', text: `  ${camel(name)},\n` },
    recordName('removalRules', name),
    {
      path: 'lib/ui/words.ts',
      place: /const removalNames = \{\n/u,
      where: 'behind',
      text: `  '${name}': 'removal.${camel(name)}',\n`,
    },
    {
      path: 'tests/corpus/pages/special-forms.ts',
      place: /export const interruptions = \{\n/u,
      where: 'behind',
      text: `  ${camel(name)}: interrupted('${name}-within', 2, '<p>【${name}】</p>'),\n`,
    },
    {
      path: 'tests/corpus/pages/exercises.ts',
      place: /^ {2}'stray-line':/mu,
      where: 'before',
      text: `  '${name}-within': rule('${name}'),\n`,
    },
  ],
  texts: [{ key: ['removal', camel(name)], text: name }],
  left: [
    `lib/clean/rules/${name}.ts: the words and the place that tell this boilerplate from an essay's text`,
    'lib/clean/rules.ts: its place among the rules: what is certain by its words first, what only place tells last',
    `assets/locales: what is said of such a removal (removal.${camel(name)}), in three languages`,
    'tests/corpus/pages/special-forms.ts: the boilerplate as pages have it',
    'tests/unit/clean/rules.test.ts: one line for each branch of the rule, and the text that it must leave',
    'lib/pipeline/rules-version.ts: one more, so that kept essays are offered to be cleaned again',
    'npm run pages: writes the page into tests/pages',
    'npx vitest run --project unit tests/unit/clean tests/unit/rules-needed.test.ts tests/unit/pages-read.test.ts',
  ],
});
