import { sha256Hex } from '../../essay/fixity.ts';
import { anyJson } from '../../zip/any-json.ts';
import type { BodyRow } from '../rows.ts';

/** The digest of a body, whatever the order of its properties: SHA-256 of its JSON with sorted names, lower-case hex. */
export const bodyDigest = ({ digest: _, ...body }: BodyRow): Promise<string> =>
  sha256Hex(new TextEncoder().encode(anyJson(body, inOrder)));

/** A body with its digest, as it is stored. */
export const withDigest = async (body: BodyRow): Promise<BodyRow> => ({ ...body, digest: await bodyDigest(body) });

/** True for a body that is as it was stored; one that was stored before there were digests counts as that. */
export const isAsStored = async (body: BodyRow): Promise<boolean> =>
  body.digest === undefined || body.digest === (await bodyDigest(body));

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
