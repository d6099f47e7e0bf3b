/** Fewest addresses of a shape that tell anything together. */
const FEWEST = 40;
/** Share of the addresses that a group must have, each of the two, to be one: fewer at the bottom are broken pages. */
const A_GROUP = 0.05;
/** How much longer the shortest of the longer group is than the longest of the shorter one: an essay packs to a third of a site's frame and more. */
const APART = 1.2;
/** Share of the addresses that may stand between the two. */
const BETWEEN = 0.01;
/** How far the shorter group may spread: the frame with a title and a few lines, which differ little. */
const SPREAD = 1.15;

/**
 * The size up to which pages of one shape are their site's frame with a few lines in it, as of notices and short news, and no essays. `sizes` are
 * the longest record of each address, packed. Null where the pages do not fall into two groups: then sizes tell nothing, as where news is as
 * long as essays, or nothing but essays is there.
 */
export function frameSize(sizes: Int32Array): number | null {
  const all = sizes.slice().sort();
  const count = all.length;
  if (count < FEWEST) return null;
  const first = Math.ceil(count * A_GROUP);
  const most = Math.floor(count * BETWEEN);
  const lowest = all[Math.floor(first / 2)] ?? 0;
  let told: number | null = null;
  for (let at = first - 1, beyond = 0; at < count * (1 - A_GROUP); at += 1) {
    const size = all[at] ?? 0;
    if (size > lowest * SPREAD * SPREAD) break;
    if (all[at + 1] === size) continue;
    beyond = Math.max(beyond, at + 1);
    while (beyond < count && (all[beyond] ?? 0) < size * APART) beyond += 1;
    const middle = all[Math.floor(at / 2)] ?? 0;
    const isApart = beyond - at - 1 <= most && count - beyond >= count * A_GROUP && size <= middle * SPREAD;
    // The last one before what is apart ends the group.
    if (isApart) told = size;
    else if (told !== null) break;
  }
  return told;
}
