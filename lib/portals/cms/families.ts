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

/**
 * All families, in the order that decides where a page bears as many marks of two: first the products that write marks
 * of their own around a body, then those whose templates and class names others copied (Kesion took over names of
 * SiteWeaver's), then what only says how a page was made, and last the portals without any mark.
 */
export const families: readonly CmsFamily[] = [
  boda,
  sudy,
  trs,
  hanweb,
  founder,
  phpcms,
  empirecms,
  dedecms,
  sitefactory,
  kesion,
  siteweaver,
  chenyuan,
  frontpage,
  handWritten,
];
