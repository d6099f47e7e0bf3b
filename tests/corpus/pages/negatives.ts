import { negativePage } from './negatives/negative.ts';
import { frameNegatives } from './negatives/of-frames.ts';
import { otherNegatives } from './negatives/of-others.ts';
import { portalNegatives } from './negatives/of-portals.ts';
import type { TestPage } from './test-page.ts';

/** Pages that are no article of a Party school. */
export const negatives: readonly TestPage[] = [...portalNegatives, ...otherNegatives, ...frameNegatives].map(
  negativePage,
);
