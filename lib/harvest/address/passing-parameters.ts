import { isTracking } from '../../essay/identity.ts';

/** Names of parameters that hold a visit's id. `sid` numbers sections and stories as well: there the length of its value tells. */
const session =
  /^(?:jsessionid|phpsessid|session_?(?:id|key)|sessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|zenid|oscsid)$/i;
/** Names that may be a visit's, where the value is as long as no number of a page is. */
const perhapsSession = /^(?:sid|s|session|sess|ticket|token|viewstate|sign|signature|hash)$/i;
const longId = /^[\da-z_.~-]{16,}$/i;
/** What keeps a browser from showing an old copy: a random number, or the time in milliseconds. */
const noCache = /^(?:_|r|rnd|rand|random|t|ts|time|timestamp|nocache|dt)$/i;
const chance = /^(?:0?\.\d{4,}|\d{12,14})$/;

/** True for a parameter, as it stands in a query, that says nothing of which page it is. */
export function isPassingParameter(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split(/=(.*)/s);
  if (session.test(name) || isTracking(parameter)) return true;
  if (perhapsSession.test(name)) return longId.test(value);
  return noCache.test(name) && chance.test(value);
}

/** A path without a visit's id: `;jsessionid=…` of Java, `(S(…))` and `(…)` of ASP.NET without cookies. */
export const withoutSession = (path: string): string =>
  path
    .replace(/;(?:jsessionid|phpsessid|sid)=[^/;?]*/gi, '')
    .replace(/\/\((?:[a-z]\([\da-z]{20,}\)|[a-z]{0,1}[\da-z]{24})\)(?=\/|$)/gi, '');
