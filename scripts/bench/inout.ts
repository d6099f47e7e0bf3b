import { clipRow } from './inout/clip-row.ts';
import { collectionRows } from './inout/collection-rows.ts';
import { columnRow } from './inout/column-row.ts';
import { damagedRow } from './inout/damaged-row.ts';
import { partsRow } from './inout/parts-row.ts';
import { warcRow } from './inout/warc-row.ts';
import { runRows } from './rows/run-rows.ts';

/* npm run bench:inout [-- --only ID,ID] [--scale SHARE] [--built]: what comes in and goes out, measured. */

const head = `# In and out

\`npm run bench:inout\` writes this; \`-- --only column,warc --scale 0.1\` runs some rows at part of their size. What it takes and gives is made up from
seeds, in the built extension in real Chromium, or on the command line. A row tells when it was run, at which share of its size, and the load
of the machine before it: at the number of its cores and above, it had other work, and times are longer than they would be.
`;

await runRows('inout', head, [columnRow, warcRow, ...collectionRows, partsRow, clipRow, damagedRow]);
