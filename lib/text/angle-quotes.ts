const angles = '<>«»＜＞≪≫';
/** What stands for each of `angles` while a text is split: noncharacters from U+FDD0 on, which no text holds (Unicode, 23.7). */
const firstStandIn = 0xfdd0;

/** The inside of angle brackets: a book's name, and no white space at its ends as between the crumbs of a path. */
const name = (open: string, close: string): string =>
  `[^\\s${open}${close}](?:[^${open}${close}\\n]{0,38}[^\\s${open}${close}])?`;
/** `<<论十大关系>>`, `<论语>`, `«资本论»`: what editors typed for 《》 and 〈〉. */
const quoted = new RegExp(
  [
    `<<${name('<', '>')}>>`,
    `<${name('<', '>')}>`,
    `«${name('«', '»')}»`,
    `＜＜${name('＜', '＞')}＞＞`,
    `＜${name('＜', '＞')}＞`,
    `≪${name('≪', '≫')}≫`,
  ].join('|'),
  'g',
);

/** The text with the angle brackets that quote a name made unlike those that part crumbs, and names of a site. */
export const hideAngleQuotes = (text: string): string =>
  text.replace(quoted, (whole) =>
    [...whole]
      .map((sign) => (angles.includes(sign) ? String.fromCharCode(firstStandIn + angles.indexOf(sign)) : sign))
      .join(''),
  );

/** Undoes `hideAngleQuotes` in a part of its text. */
export const showAngleQuotes = (text: string): string =>
  text.replace(/[\ufdd0-\ufdd7]/g, (sign) => angles.charAt(sign.charCodeAt(0) - firstStandIn));
