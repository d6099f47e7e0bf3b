import type { CmsFamily } from './family.ts';

/** TRS WCM (拓尔思, Java, since 2000; docs/portals.md 1). */
export const trs: CmsFamily = {
  id: 'trs',
  selectors: ['.TRS_Editor', '.Custom_UnionStyle', '.TRS_PreAppend'],
  address: /\/(?:\d{6}\/)?t\d{8}_\d+(?:_\d+)?\.s?html?/i,
  bodies: ['.TRS_Editor', '.Custom_UnionStyle', '.TRS_PreAppend'],
  ownKeywords: true,
};
