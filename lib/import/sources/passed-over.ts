import { pageAround } from './page-parts.ts';
import type { PassedOver } from './source.ts';

/** What a page is dressed and moved by, and what systems write beside files. */
const FURNITURE =
  /\.(?:css|js|mjs|map|woff2?|ttf|eot|otf|ico|cur|swf|axd)$|(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** Why a file that can hold no page is passed over; `pages` are the paths of those beside it, `used` tells that an essay took it along. */
export const whyPassed = (path: string, pages: ReadonlySet<string>, used: boolean): PassedOver =>
  used || FURNITURE.test(path) || pageAround(path, pages) !== null ? 'companion' : 'other-kind';
