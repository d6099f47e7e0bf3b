import { essayMaker } from '../../scripts/bench/collection/made-essays.ts';
import { nbdxEssayPage } from '../corpus/portal/pages.ts';

/** A maker of pages of the sample portal, each with the made essay of its number. */
export function portalPageMaker(seed: number): (n: number) => string {
  const make = essayMaker(seed);
  return (n) => {
    const { row, body } = make(n);
    return nbdxEssayPage(
      {
        id: `${n}`,
        site: 'nbdx',
        title: `关于${row.title}的思考`,
        authors: row.authors.join(' '),
        date: (row.publishedOn ?? '').replaceAll('-', '/'),
        unit: '科研处',
        source: row.source ?? '',
        hits: '12',
        hitsBy: 'page',
        column: ['理论研究'],
        paragraphs: body.text.split('\n'),
      },
      false,
    );
  };
}
