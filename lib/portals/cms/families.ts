import { boda } from './boda.ts';
import { chenyuan } from './chenyuan.ts';
import { dedecms } from './dedecms.ts';
import { empirecms } from './empirecms.ts';
import type { CmsFamily } from './family.ts';
import { founder } from './founder.ts';
import { frontpage } from './frontpage.ts';
import { handWritten } from './hand-written.ts';
import { hanweb } from './hanweb.ts';
import { kesion } from './kesion.ts';
import { phpcms } from './phpcms.ts';
import { sitefactory } from './sitefactory.ts';
import { siteweaver } from './siteweaver.ts';
import { sudy } from './sudy.ts';
import { trs } from './trs.ts';

/** All families. Their order means nothing: a page that two of them claim goes to the one with more marks. */
export const families: readonly CmsFamily[] = [
  boda,
  chenyuan,
  dedecms,
  empirecms,
  founder,
  frontpage,
  handWritten,
  hanweb,
  kesion,
  phpcms,
  sitefactory,
  siteweaver,
  sudy,
  trs,
];
