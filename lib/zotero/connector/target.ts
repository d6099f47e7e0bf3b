import * as v from 'valibot';
import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { jsonOf } from '../../zip/json-of.ts';
import { type AskZotero, connectorHeaders } from '../ask.ts';
import type { ZoteroProblem } from '../problems.ts';

/** A place in Zotero that takes items: a library, or a collection of one. */
export interface ZoteroTarget {
  /** Zotero's own number of it in its tree: `L1` for a library, `C23` for a collection. */
  readonly id: string;
  readonly name: string;
  /** 0 for a library, 1 for its collections, and so on. */
  readonly level: number;
  readonly filesEditable: boolean;
}

/** What Zotero tells of itself and of where it would put things. */
export interface ZoteroState {
  /** `9.0.6`; '' where it does not tell. */
  readonly version: string;
  /** The id of the place that is selected in Zotero. */
  readonly selected: string;
  /** Whether that place takes items. */
  readonly editable: boolean;
  /** Every place that takes items, in the order of the tree. */
  readonly targets: readonly ZoteroTarget[];
}

const answer = v.object({
  libraryID: v.number(),
  libraryName: v.string(),
  libraryEditable: v.boolean(),
  filesEditable: v.optional(v.boolean(), true),
  editable: v.optional(v.nullable(v.boolean())),
  id: v.nullish(v.number()),
  name: v.nullish(v.string()),
  targets: v.optional(
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        level: v.number(),
        filesEditable: v.optional(v.boolean(), true),
      }),
    ),
    [],
  ),
});

/** Asks the Zotero of this computer where it would put things. Fails when none runs, or it is too old to be understood. */
export async function askTarget(ask: AskZotero): Promise<Outcome<ZoteroState, ZoteroProblem>> {
  const post = (path: string) => ask({ method: 'POST', path, headers: connectorHeaders, text: '{}' });
  const ping = await post('/connector/ping');
  if (!ping.ok) return ping;
  if (ping.value.status !== 200) return fail('not-running');
  const asked = await post('/connector/getSelectedCollection');
  if (!asked.ok) return asked;
  const told = v.safeParse(answer, jsonOf(asked.value.text));
  if (asked.value.status !== 200 || !told.success) return fail('too-old');
  const { libraryID, libraryName, libraryEditable, filesEditable, id, name, targets } = told.output;
  const selected = id == null ? `L${libraryID}` : `C${id}`;
  const known = targets.some((target) => target.id === selected);
  const here = { id: selected, name: name ?? libraryName, level: id == null ? 0 : 1, filesEditable };
  return succeed({
    version: asked.value.headers['x-zotero-version'] ?? '',
    selected,
    editable: libraryEditable,
    targets: known || !libraryEditable ? targets : [here, ...targets],
  });
}

/** The names from the library down to a place. */
export function pathOf(targets: readonly ZoteroTarget[], id: string): readonly ZoteroTarget[] {
  const at = targets.findIndex((target) => target.id === id);
  const path: ZoteroTarget[] = [];
  for (let n = at; n >= 0; n -= 1) {
    const target = targets[n];
    if (target !== undefined && target.level < (path[0]?.level ?? Number.POSITIVE_INFINITY)) path.unshift(target);
    if (path[0]?.level === 0) break;
  }
  return path;
}
