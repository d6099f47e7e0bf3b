import { dress } from '../texts/page-theme.ts';

/** How a handed-over library looks: without its script one long document, with it a list beside the essay that is read. */
export const pageStyle = `${dress}
:root { --paper: light-dark(#faf7f0, #171614); --raised: light-dark(#fffefb, #1f1d1a); --ink: light-dark(#211d18, #e9e2d6); --soft: light-dark(#625a4e, #b3a998); --line: light-dark(#ddd5c6, #3a362f); --seal: light-dark(#a52d1f, #e5806f); --hit: light-dark(#f6df9a, #6a5313); --size: 18px; --face: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "Songti TC", STSong, SimSun, PMingLiU, serif; color-scheme: light dark; }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
:root[data-theme="sepia"] { color-scheme: light; --paper: #f3e9d2; --raised: #f8f0dd; --ink: #3b2f1e; --soft: #6b5a41; --line: #d9c9a8; --seal: #943322; }
:root[data-face="hei"] { --face: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "PingFang TC", "Microsoft YaHei", "Microsoft JhengHei", sans-serif; }
:root[data-face="kai"] { --face: "Kaiti SC", "Kaiti TC", STKaiti, KaiTi, "AR PL UKai CN", BiauKai, serif; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { background: var(--paper); color: var(--ink); font: 15px/1.6 "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif; }
button, input, select { min-height: 2.25rem; padding: 0 0.6rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--raised); color: inherit; font: inherit; }
button, select { cursor: pointer; }
:focus-visible { outline: 2px solid var(--seal); outline-offset: 2px; }
mark { background: var(--hit); color: inherit; }
::highlight(hits) { background-color: #f6df9a; color: #211d18; }
.essay { max-width: 40em; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; font: var(--size)/1.9 var(--face); }
.essay > article > header h1 { text-wrap: balance; }
.essay h1:focus { outline: none; }
.facts dt { opacity: 1; color: var(--soft); }
.cite { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.85em; }
.cite h2 { margin: 0 0 0.3em; font-size: 1em; }
.cite pre { overflow-x: auto; margin: 0.5em 0; padding: 0.6em 0.8em; border-radius: 0.4rem; background: var(--raised); font: 0.85em/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
#contents { padding: 1.5rem 1rem; }
#contents h1 { margin: 0 0 0.5rem; font: 700 1.3rem/1.4 var(--face); }
#contents ol { margin: 0.75rem 0 0; padding: 0; list-style: none; }
#contents li { border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-block-size: auto 4.25rem; }
#contents li a { display: block; padding: 0.6rem 0.5rem; color: inherit; text-decoration: none; }
#contents li a:hover { background: var(--raised); }
#contents li a[aria-current] { background: var(--raised); box-shadow: inset 3px 0 var(--seal); }
#contents .t { display: block; font-weight: 600; line-height: 1.45; }
#contents .passage:empty { display: none; }
#contents small { display: block; color: var(--soft); font-size: 0.85rem; }
.made { margin-top: 1.5rem; color: var(--soft); font-size: 0.8rem; }
.js .essay { display: none; }
.js .essay.open { display: block; }
.tools, .bar { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; }
.tools input { flex: 1 1 100%; min-width: 0; }
.tools select { flex: 1 1 6rem; min-width: 0; max-width: 100%; }
.bar select { max-width: 7rem; }
.bar { position: sticky; z-index: 1; top: 0; justify-content: flex-end; padding: 0.4rem 0.75rem; border-bottom: 1px solid var(--line); background: var(--paper); }
.bar .back { margin-inline-end: auto; }
.status { margin-top: 0.5rem; color: var(--soft); font-size: 0.85rem; }
.empty { padding: 6rem 1rem; color: var(--soft); text-align: center; }
.next { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem; max-width: 44rem; margin: 0 auto; padding: 0 1.5rem 3rem; }
.next a { max-width: 48%; }
@media (width < 60rem) { .js.reading #contents, .js:not(.reading) #read { display: none; } }
@media (width >= 60rem) {
  .js body { display: grid; grid-template-columns: 22rem minmax(0, 1fr); }
  .js #contents { position: sticky; top: 0; overflow-y: auto; height: 100vh; border-inline-end: 1px solid var(--line); scrollbar-width: thin; }
  .js .back { display: none; }
}
@media print {
  :root { color-scheme: light; }
  body { background: none; }
  #contents, .bar, .next, .cite button { display: none !important; }
  .js body { display: block; }
  .essay { max-width: none; padding: 0; font-size: 11pt; }
}
`;
