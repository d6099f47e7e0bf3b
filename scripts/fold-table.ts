import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.ts';
import { foldedUnitsFile } from './fold-table/folded-units.ts';

/* node scripts/fold-table.ts: writes lib/search/text/folded-units.ts anew, after a new Unicode or OpenCC. */

writeFileSync(join(root, 'lib/search/text/folded-units.ts'), foldedUnitsFile());
