import { type CslDate, type CslItem, isoDate, plainTitle } from './csl.ts';

const types = { webpage: 'ELEC', 'article-newspaper': 'NEWS', 'article-journal': 'JOUR' } as const;

/** `2005/07/14/`: year, month, day and a further word, each of which may be empty. */
function risDate(date: CslDate): string {
  const [year = '', month = '', day = ''] = isoDate(date).split('-');
  return `${year}/${month}/${day}/`;
}

/** The RIS record of an essay; lines end in CR LF as the format says, and a value stays on its line. */
export function risRecord(item: CslItem): string {
  const periodical = item.type !== 'webpage';
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map(({ literal }) => ['AU', literal] as const),
    ['TI', plainTitle(item.title)],
    ['T2', item['container-title']],
    ['PY', item.issued && isoDate(item.issued).slice(0, 4)],
    ['DA', item.issued && risDate(item.issued)],
    ['IS', item.issue],
    ['SP', periodical ? item.page : undefined],
    ['UR', item.URL],
    ['L2', item.archivedUrl],
    ['Y2', item.accessed && risDate(item.accessed)],
    ['LA', item.language],
    ['AB', item.abstract],
    ...(item.keyword?.split(', ') ?? []).map((word) => ['KW', word] as const),
    ['N1', item.note],
    ['N1', item.annote],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`] : []));
  return `${written.join('')}ER  - \r\n`;
}
