import type { CleanRule } from '../rule.ts';

/** What a container holds above the title: breadcrumbs, banners, the portal's tools. */
export const before: CleanRule = {
  id: 'before',
  find: ({ lines, outline, first }) => {
    const top = outline.title?.index ?? first;
    return lines.filter((line) => line.index < Math.min(top, first));
  },
};
