/* Documents as sorted arrays of numbers, worked on side by side. */

/** The documents of `docs` that `others` has too. */
export function intersection(docs: Uint32Array, others: Uint32Array): Uint32Array {
  const shared = new Uint32Array(Math.min(docs.length, others.length));
  let at = 0;
  let count = 0;
  for (let place = 0; place < docs.length; place += 1) {
    const doc = docs[place] ?? 0;
    while (at < others.length && (others[at] ?? 0) < doc) at += 1;
    if (others[at] !== doc) continue;
    shared[count] = doc;
    count += 1;
  }
  return shared.subarray(0, count);
}

/** The documents of `docs` at whose place `counts` has a number above 0, often all. */
export function counted(docs: Uint32Array, counts: Uint32Array): Uint32Array {
  if (!counts.includes(0)) return docs;
  const kept = new Uint32Array(docs.length);
  let count = 0;
  for (let place = 0; place < docs.length; place += 1) {
    if ((counts[place] ?? 0) === 0) continue;
    kept[count] = docs[place] ?? 0;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** For each of `docs`, all of which `listed` has too, the number at its place in the list. */
export function countsAt(docs: Uint32Array, listed: Uint32Array, counts: Uint32Array): Uint32Array {
  if (docs.length === listed.length) return counts;
  const found = new Uint32Array(docs.length);
  let at = 0;
  for (let place = 0; place < docs.length; place += 1) {
    const doc = docs[place] ?? 0;
    while (at < listed.length && (listed[at] ?? 0) < doc) at += 1;
    if (listed[at] === doc) found[place] = counts[at] ?? 0;
  }
  return found;
}
