/** The folder of a path, with its slash; '' at the root. */
export const folderOf = (path: string): string => path.replace(/\\/g, '/').replace(/[^/]*$/, '');

/** The page that a file belongs to, when it stands in the folder that was saved beside one; null for a file of its own. */
export function pageAround(path: string, pages: ReadonlySet<string>): string | null {
  const parts = path.replace(/\\/g, '/').split('/');
  for (let depth = parts.length - 2; depth >= 0; depth -= 1) {
    const [, stem] = /^(.+)[._]files$/.exec(parts[depth] ?? '') ?? [];
    if (stem === undefined) continue;
    const before = parts.slice(0, depth).join('/');
    const beside = ['.html', '.htm', '.shtml', '.xhtml'].map(
      (end) => `${before === '' ? '' : `${before}/`}${stem}${end}`,
    );
    const page = beside.find((name) => pages.has(name));
    if (page !== undefined) return page;
  }
  return null;
}
