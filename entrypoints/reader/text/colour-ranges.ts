/**
 * Marks stretches of the page under a name that reading.css gives a colour to, in place of what that name marked
 * before; the page's elements stay as they are. Gives the function that unmarks them. A browser without the CSS Custom
 * Highlight API shows no marks. Where marks meet, that of the higher `priority` shows.
 */
export function paint(name: string, ranges: readonly Range[], priority = 0): () => void {
  if (typeof Highlight === 'undefined') return () => {};
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return () => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
}
