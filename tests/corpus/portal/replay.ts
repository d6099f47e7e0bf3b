import { fillTemplate } from './pages.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The Wayback Machine's address of a capture. */
export const replayUrl = (original: string, timestamp: string): string =>
  `http://web.archive.org/web/${timestamp}/${original}`;

/** Links as a replay has them: within the archive, with the flag of what they load (`im_`, `js_`, `cs_`). */
function rewriteLinks(html: string, original: string, timestamp: string): string {
  return html.replace(/(<(\w+)[^>]*?\s(?:href|src)=")(?!javascript:|#|mailto:)([^"]*)"/g, (_, start, tag, address) => {
    const flag = { img: 'im_', script: 'js_', link: 'cs_' }[String(tag).toLowerCase()] ?? '';
    return `${start}/web/${timestamp}${flag}/${new URL(String(address), original).href}"`;
  });
}

/**
 * A page as the Wayback Machine shows it today: scripts in the head, the toolbar at the start of the body, comments
 * after the end, links rewritten. `timestamp` has 14 digits, UTC.
 */
export function waybackReplay(html: string, original: string, timestamp: string): string {
  const [, year = '', month = '', day = '', hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(timestamp) ?? [];
  const name = months[Number(month) - 1] ?? '';
  const values = {
    original,
    timestamp,
    year,
    month: name.toUpperCase(),
    day,
    here: `${hour}:${minute}:${second} ${name} ${day}, ${year}`,
    epoch: String(
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) / 1000,
    ),
  };
  return (
    rewriteLinks(html, original, timestamp)
      .replace(/<head[^>]*>/i, (head) => head + fillTemplate('wayback-head', values))
      .replace(/<body[^>]*>/i, (body) => body + fillTemplate('wayback-toolbar', values)) +
    fillTemplate('wayback-foot', values)
  );
}
