/** Chinese setting rules that a page of its own and a book share. */
export const dress = `body { margin: 0; line-height: 1.9; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.6em; font-size: 1.6em; line-height: 1.4; }
h2, h3, h4 { margin: 1.5em 0 0.5em; font-size: 1.1em; line-height: 1.5; break-after: avoid; }
a { color: inherit; text-decoration-color: #8888; text-underline-offset: 0.2em; }
sup, sub { line-height: 0; }
.facts { margin: 0 0 1.5em; font-size: 0.85em; line-height: 1.7; }
.facts dt { float: left; clear: left; margin-right: 0.6em; opacity: 0.7; }
.facts dd { margin: 0; }
@supports (display: grid) {
  .facts { display: grid; grid-template-columns: max-content 1fr; column-gap: 1em; }
  .facts dt { float: none; margin: 0; }
}
.text p { margin: 0 0 0.5em; text-align: justify; text-indent: 2em; }
.text li p, .text td p, .text th p { text-indent: 0; }
.text table { margin: 1em 0; border-collapse: collapse; font-size: 0.9em; line-height: 1.6; }
.text td, .text th { padding: 0.2em 0.6em; border: 1px solid #8888; vertical-align: top; }
.text img { max-width: 100%; height: auto; }
.note { margin: 2em 0; padding: 0 1em; border-left: 3px solid #8888; }
.mark { margin: 1em 0 0.3em; padding: 0 0.8em; border-left: 3px solid; }
.mark p { margin: 0; }
.yellow { border-color: #c9a62c; }
.green { border-color: #5f9a56; }
.blue { border-color: #4b86b8; }
.pink { border-color: #b75c7d; }
footer { margin-top: 2.5em; border-top: 1px solid #8888; padding-top: 1em; }
`;
