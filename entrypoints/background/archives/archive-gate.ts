import { type ArchiveGate, createArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { readPaces, writePaces } from '../../../lib/settings/paces.ts';

/** The gate to the web archives of this browser. All that the background asks of one goes through it. */
export const openArchiveGate = (): ArchiveGate =>
  createArchiveGate({
    fetch: (...request) => fetch(...request),
    now: () => Date.now(),
    online: () => navigator.onLine,
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    read: readPaces,
    write: writePaces,
  });
