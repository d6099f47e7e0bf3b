import * as v from 'valibot';

const shape = v.object({ overview: v.object({ top: v.number(), mark: v.string() }) });

/** Where the overview stood when a mark of it was followed: pixels from the top of the page, and the address of the mark. */
export type OverviewPlace = v.InferOutput<typeof shape>['overview'];

/** Notes in this step of history where the overview stands, for coming back to it. */
export const leaveOverview = (mark: string): void =>
  history.replaceState({ overview: { top: scrollY, mark } satisfies OverviewPlace }, '');

/** Where it stood when this step of history was left; null where it was not. */
export function overviewPlace(state: unknown): OverviewPlace | null {
  const known = v.safeParse(shape, state);
  return known.success ? known.output.overview : null;
}
