import type { CmsFamily } from './family.ts';

/** Portals written by hand in ASP or ASP.NET, 1999-2010: no marks at all, so their lines must speak (docs/portals.md 1.7). */
export const handWritten: CmsFamily = {
  id: 'hand-written',
  selectors: [],
  address:
    /\/(?:show|view|read|disp|detail|content|news_?view|news_?show|article)\w*\.(?:asp|aspx|php|jsp)\?(?:\w+=[^&]*&)*(?:id|newsid|articleid|nid|aid)=\d+/i,
  bodies: [],
};
