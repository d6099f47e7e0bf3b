import { bodiesOf } from './vector.ts';

/* Bodies that have something loaded, or lead the page away, by markup or by style. */

export const loads = bodiesOf('load', [
  ({ url }) => `<img src="${url}">`,
  ({ url }) => `<img srcset="${url} 1x, ${url}2 2x">`,
  ({ url }) => `<img src="${url}" loading=eager fetchpriority=high decoding=sync>`,
  ({ url }) => `<img lowsrc="${url}" dynsrc="${url}" longdesc="${url}">`,
  ({ url }) => `<picture><source srcset="${url}"><img></picture>`,
  ({ url }) => `<video src="${url}" autoplay muted></video>`,
  ({ url }) => `<video poster="${url}"></video>`,
  ({ url }) => `<video autoplay muted><source src="${url}"><track default src="${url}"></video>`,
  ({ url }) => `<audio src="${url}" autoplay></audio>`,
  ({ url }) => `<embed src="${url}">`,
  ({ url }) => `<object data="${url}"></object>`,
  ({ url }) => `<applet code="${url}" archive="${url}"></applet>`,
  ({ url }) => `<iframe src="${url}"></iframe>`,
  ({ url }) => `<iframe srcdoc="<img src='${url}'>"></iframe>`,
  ({ url }) => `<frameset><frame src="${url}"></frameset>`,
  ({ url }) => `<link rel=stylesheet href="${url}">`,
  ({ url }) => `<link rel=icon href="${url}"><link rel=manifest href="${url}">`,
  ({ url }) => `<link rel=preload as=image href="${url}"><link rel=prefetch href="${url}">`,
  ({ url }) => `<link rel=dns-prefetch href="${url}"><link rel=preconnect href="${url}">`,
  ({ url }) => `<link rel=modulepreload href="${url}"><link rel=prerender href="${url}">`,
  ({ url }) => `<link rel=import href="${url}">`,
  ({ url }) => `<input type=image src="${url}">`,
  ({ url }) => `<body background="${url}">`,
  ({ url }) => `<table background="${url}"><tr background="${url}"><td background="${url}">字</table>`,
  ({ url }) => `<bgsound src="${url}">`,
  ({ url }) => `<meta http-equiv=refresh content="0;url=${url}">`,
  ({ url }) => `<meta http-equiv=Refresh content="0; URL='${url}'">`,
  ({ url }) =>
    `<meta http-equiv=set-cookie content="a=b"><meta http-equiv=content-security-policy content="report-uri ${url}">`,
  ({ url }) => `<base href="${url}/"><img src=x.gif>`,
  ({ url }) => `<a href="http://www.nbdx.cn/" ping="${url}">字</a>`,
  ({ url }) => `<svg><image href="${url}"/><image xlink:href="${url}"/></svg>`,
  ({ url }) => `<svg><use href="${url}#a"/></svg>`,
  ({ url }) => `<svg><filter id=f><feImage href="${url}"/></filter><rect filter="url(#f)" width=9 height=9 /></svg>`,
  ({ url }) => `<svg><script href="${url}"></script></svg>`,
  ({ url }) => `<portal src="${url}"></portal><fencedframe src="${url}"></fencedframe>`,
  ({ url }) => `<image src="${url}">`,
]);

const styled = [
  (url: string) => `background:url(${url})`,
  (url: string) => `background-image:url('${url}')`,
  (url: string) => `background:u\\72l(${url})`,
  (url: string) => `background:url(\\68ttp${url.slice(4)})`,
  (url: string) => `/**/background/**/:/**/url(${url})/**/`,
  (url: string) => `background:image-set('${url}' 1x)`,
  (url: string) => `background:-webkit-image-set(url(${url}) 1x)`,
  (url: string) => `list-style-image:url(${url});display:list-item`,
  (url: string) => `cursor:url(${url}),auto`,
  (url: string) => `content:url(${url})`,
  (url: string) => `border-image:url(${url}) 1`,
  (url: string) => `mask-image:url(${url});filter:url(${url}#a);clip-path:url(${url}#a)`,
  (url: string) => `--a:url(${url});background:var(--a)`,
  (url: string) => `behavior:url(${url});-moz-binding:url(${url}#a);width:expression(1)`,
  (url: string) => `position:fixed;inset:0;z-index:99999;background:url(${url})`,
];

const sheets = [
  (url: string) => `@import '${url}';`,
  (url: string) => `@import url(${url});`,
  (url: string) => `@\\69mport '${url}';`,
  (url: string) => `@font-face{font-family:a;src:url(${url})}p{font-family:a}`,
  (url: string) => `p{background:url(${url})}`,
  (url: string) => `a[href^=h]{background:url(${url})}`,
  (url: string) => `body:has(p)::after{content:url(${url})}`,
  (url: string) => `@media screen{@supports(display:block){p{background:url(${url})}}}`,
  (url: string) => `@namespace a '${url}';@counter-style a{symbols:url(${url})}`,
  (url: string) => `<!--p{background:url(${url})}-->`,
];

export const styles = bodiesOf('style', [
  ...styled.map(
    (style) =>
      ({ url }: { readonly url: string }) =>
        `<p style="${style(url)}">字</p>`,
  ),
  ...sheets.map(
    (sheet) =>
      ({ url }: { readonly url: string }) =>
        `<style>${sheet(url)}</style><p>字</p>`,
  ),
]);
