/**
 * Marks stretches of the page under a name that reading.css gives a colour to, in place of what that name marked
 * before; the page's elements stay as they are. Gives the function that unmarks them. A browser without the CSS Custom
 * Highlight API shows no marks.
 */
export function paint(name: string, ranges: readonly Range[]): () => void {
  if (typeof Highlight === 'undefined') return () => {};
  const highlight = new Highlight(...ranges);
  CSS.highlights.set(name, highlight);
  return () => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
}
