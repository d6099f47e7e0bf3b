import { camel, importInto, type Scaffold } from './scaffold.ts';

const product = (name: string): string => `import type { CmsFamily } from './family.ts';

/** The CMS ${name}: whose product it is, since when, and where docs/portals.md tells of it. */
export const ${camel(name)}: CmsFamily = {
  id: '${name}',
  selectors: ['script[src*="/${name}/hits"]', '#${name}-content'],
  address: /\\/${name}\\/\\d+\\.html/i,
  bodies: ['#${name}-content'],
};
`;

const pages = (name: string): string => `import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

/** The CMS ${name}: what its pages look like, from top to bottom. */
export const ${camel(name)}: Family = {
  id: '${name}',
  cms: '${name}',
  charset: 'utf-8',
  years: [2006, 2012],
  render: (article, body) => {
    const { essay, posted, source, id, school } = article;
    const crumbs = breadcrumb(article, {
      label: '当前位置：',
      separator: '&gt;',
      home: '首页',
      last: '正文',
      href: (_, depth) => \`/list\${depth}.html\`,
    });
    const main = \`<div>\${crumbs}</div><h1>\${essay.title}</h1>
<div>来源：\${source.written}　作者：\${essay.authors.join(' ')}　时间：\${written.dashes(posted)}<script src="/${name}/hits?id=\${id}"></script></div>
<div id="${name}-content">\${body}</div>
<div>【<a href="javascript:window.close()">关闭窗口</a>】</div>\`;
    return {
      html: divShell(article, { title: \`\${essay.title}-\${siteName(article)}\`, charset: 'utf-8', main }),
      url: \`http://\${school.host}/${name}/\${id}.html\`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
      },
    };
  },
};
`;

/** A CMS family: what is known of its marks, and pages that bear them. */
export const newFamily = (name: string): Scaffold => ({
  files: {
    [`lib/portals/cms/${name}.ts`]: product(name),
    [`tests/corpus/pages/families/${name}.ts`]: pages(name),
  },
  insertions: [
    importInto('lib/portals/cms/families.ts', `import { ${camel(name)} } from './${name}.ts';`),
    { path: 'lib/portals/cms/families.ts', place: /^ {2}frontpage,$/mu, where: 'before', text: `  ${camel(name)},\n` },
    importInto('tests/corpus/pages/families.ts', `import { ${camel(name)} } from './families/${name}.ts';`),
    {
      path: 'tests/corpus/pages/families.ts',
      place: /export const families.*? = \[\n(?: .*\n)*/u,
      where: 'behind',
      text: `  ${camel(name)},\n`,
    },
  ],
  texts: [],
  left: [
    `lib/portals/cms/${name}.ts: the marks that only this product's server writes, its addresses, its body`,
    `tests/corpus/pages/families/${name}.ts: a page as it really looks, with the fields that are to be read of it`,
    'lib/portals/cms/families.ts: its place, where another family may claim its pages with as many marks',
    'docs/portals.md: a row in 1.0 with what was seen, and on what',
    'npm run pages: writes its pages into tests/pages',
    'npx vitest run --project unit tests/unit/portals tests/unit/pages.test.ts tests/unit/pages-read.test.ts',
  ],
});
