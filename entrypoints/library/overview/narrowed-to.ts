import { ANY_CLUSTER, type Filters, facetNames } from '../../../lib/search/contract.ts';

/**
 * The filters that find exactly the essays of a mark among those that are shown already. A value of a facet of which others are
 * chosen must be there besides one of them.
 */
export function narrowedTo(chosen: Filters, mark: Filters): Filters {
  const besides = facetNames.flatMap((name) =>
    (mark[name] ?? []).flatMap((value) => (chosen[name]?.includes(value) === false ? [[name, value] as const] : [])),
  );
  const instead = facetNames.filter((name) => mark[name] !== undefined && !besides.some(([one]) => one === name));
  const also = [...(chosen.also ?? []), ...besides];
  const { cluster = chosen.cluster ?? null, years = chosen.years ?? null } = mark;
  return {
    ...chosen,
    ...Object.fromEntries(instead.map((name) => [name, mark[name]])),
    ...(years && { years }),
    // One chain is narrower than all of them.
    ...(cluster && { cluster: cluster === ANY_CLUSTER ? (chosen.cluster ?? cluster) : cluster }),
    ...(also.length > 0 && { also }),
  };
}
