/** Who signs an essay. */
export interface Authors {
  readonly persons: readonly string[];
  /** Bodies in the author's slot: 课题组, 教研室, 编辑部 … */
  readonly organisations: readonly string[];
  /** 本报记者, 特约评论员 … as written. */
  readonly roles: readonly string[];
  /** What stood in brackets after names. */
  readonly affiliations: readonly string[];
  /** True when the page cut the value short (`张晓…`); the cut name keeps its `…`. */
  readonly truncated: boolean;
  readonly raw: string;
}

/** Reads an author label's value. 佚名, admin, 本站 and their like give no one. */
export function readAuthors(value: string): Authors {
  return { persons: [], organisations: [], roles: [], affiliations: [], truncated: false, raw: value };
}

/** True for a line that holds one to four names and nothing else, as stands between title and body. */
export function isBareByline(line: string): boolean {
  return readAuthors(line).persons.length > 0;
}
