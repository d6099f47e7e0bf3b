/** A part of a term, how far into the term it begins, how many units it has, and how often it stands in the segment. */
export interface CoverPart {
  readonly offset: number;
  readonly length: number;
  readonly places: number;
}

/** What is read of the places of further parts, where a rare one was read first: few reach to the end of a document. */
const READ_AFTER = 0.6;

/**
 * The parts whose places are read, so that they cover a term of so many units end to end: those with the fewest places, or those around
 * the rarest where that is so much rarer that one part more is less to read. None where no parts cover it.
 */
export function coverOf<Part extends CoverPart>(parts: readonly Part[], length: number): readonly Part[] {
  const [rarest] = parts.toSorted((a, b) => a.places - b.places);
  const fewest = fewestPlaces(parts, length, null);
  const around = fewestPlaces(parts, length, rarest ?? null);
  return toRead(around) < toRead(fewest) ? around : fewest;
}

/** The cover with the fewest places, with one part in it that costs nothing. */
function fewestPlaces<Part extends CoverPart>(
  parts: readonly Part[],
  length: number,
  free: Part | null,
): readonly Part[] {
  /** By units that are covered from the first on. */
  const best: ({ readonly cost: number; readonly parts: readonly Part[] } | null)[] = [{ cost: 0, parts: [] }];
  for (let end = 1; end <= length; end += 1) {
    best[end] = null;
    for (const part of parts) {
      const before = part.offset < end && end <= part.offset + part.length ? (best[part.offset] ?? null) : null;
      if (before === null) continue;
      const cost = before.cost + (part === free ? 0 : part.places);
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, parts: [...before.parts, part] };
    }
  }
  const found = best[length]?.parts ?? [];
  return free === null || found.includes(free) || found.length === 0 ? found : [...found, free];
}

/** Places that are read of parts: all of the rarest, and of the others as a rule no more than a part. */
function toRead(parts: readonly CoverPart[]): number {
  const all = parts.reduce((sum, { places }) => sum + places, 0);
  const rarest = Math.min(...parts.map(({ places }) => places));
  return rarest + (all - rarest) * READ_AFTER;
}
