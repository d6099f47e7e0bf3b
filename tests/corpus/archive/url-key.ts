/** Parameters that crawlers strip, since they name a visit and not a page (archive-commons, IAURLCanonicalizer). */
const session = /^(?:jsessionid|phpsessid|sid|aspsessionid\w*|cfid|cftoken)=/i;

/**
 * The SURT key that indexes sort by: host reversed, lower case, without `www.` and default port, parameters sorted, session ids
 * stripped. Escapes stay as they are, in lower case: a GBK escape and the UTF-8 one of the same letter have two keys.
 */
export function urlKeyOf(original: string): string {
  const bare = original.replace(/#.*$/s, '').replace(/^[a-z]+:\/+/i, '');
  const [, host = '', path = '/', query = ''] = /^([^/?]*)([^?]*)(?:\?(.*))?$/s.exec(bare.toLowerCase()) ?? [];
  const name = host.replace(/:(?:80|443)$/, '').replace(/^www\d*\./, '');
  const [labels = '', port] = name.split(':');
  const surt = labels.split('.').reverse().join(',') + (port === undefined ? '' : `:${port}`);
  const clean = path.replace(/;jsessionid=\w+/, '').replace(/\/\(s\(\w{20,}\)\)/, '');
  const parameters = query.split('&').filter((part) => part !== '' && !session.test(part));
  const folder = clean.length > 1 ? clean.replace(/\/$/, '') : clean || '/';
  return `${surt})${folder}${parameters.length === 0 ? '' : `?${parameters.toSorted().join('&')}`}`;
}
