/** Gives the new address of a link; `modifier` is `''` for a page, else `im_`, `js_`, `cs_` or `if_` by the element. */
export type Rewrite = (absolute: string, modifier: string) => string;

const MODIFIERS: Readonly<Record<string, string>> = {
  img: 'im_',
  script: 'js_',
  link: 'cs_',
  frame: 'if_',
  iframe: 'if_',
};

/** Rewrites every http(s) address in the page's tags, made absolute first; fragments, scripts and mail links stay. */
export function rewriteLinks(html: string, originalUrl: string, rewrite: Rewrite): string {
  return html.replace(/<([a-z][a-z0-9]*)\b[^>]*>/gi, (tag: string, name: string) =>
    tag.replace(
      /(\s(?:href|src|background|action)\s*=\s*)(["']?)([^"'\s>]+)\2/gi,
      (attribute: string, start: string, quote: string, link: string) => {
        if (link.startsWith('#') || !URL.canParse(link, originalUrl)) return attribute;
        const absolute = new URL(link, originalUrl);
        if (!/^https?:$/.test(absolute.protocol)) return attribute;
        return `${start}${quote}${rewrite(absolute.href, MODIFIERS[name.toLowerCase()] ?? '')}${quote}`;
      },
    ),
  );
}
