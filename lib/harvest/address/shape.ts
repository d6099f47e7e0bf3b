/**
 * The shape of a folded address: its numbers as `#`, words of a query that are no ASCII as `*`. Pages of one kind on one site share
 * it: `http://nbdx.cn/show.asp?id=#`.
 */
export const shapeOf = (folded: string): string =>
  folded
    .replace(/[^\0-\x7f]+/g, '*')
    .replace(/(^https?:\/\/[^/]+)|\d+/g, (part, host: string | undefined) => host ?? (part === '' ? '' : '#'));
