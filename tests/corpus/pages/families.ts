import type { Family } from './article.ts';
import { asp } from './families/asp.ts';
import { aspnet } from './families/aspnet.ts';
import { boda } from './families/boda.ts';
import { custom } from './families/custom.ts';
import { dede } from './families/dede.ts';
import { empire } from './families/empire.ts';
import { founder } from './families/founder.ts';
import { frontpage } from './families/frontpage.ts';
import { hanweb } from './families/hanweb.ts';
import { kesion } from './families/kesion.ts';
import { mypower } from './families/mypower.ts';
import { phpcms } from './families/phpcms.ts';
import { readnews } from './families/readnews.ts';
import { sitefactory } from './families/sitefactory.ts';
import { siteweaver } from './families/siteweaver.ts';
import { sudy } from './families/sudy.ts';
import { trs } from './families/trs.ts';
import { wordExport } from './families/word-export.ts';

/** Every CMS family that portals ran on, hand-made ones among them. */
export const families: readonly Family[] = [
  asp,
  aspnet,
  siteweaver,
  mypower,
  sitefactory,
  kesion,
  dede,
  empire,
  phpcms,
  hanweb,
  trs,
  boda,
  sudy,
  founder,
  frontpage,
  wordExport,
  readnews,
  custom,
];
