import { columnEssays, sampleColumns } from '../../../tests/corpus/portal/column.ts';
import { type Row, seconds, whole } from '../rows/row.ts';
import { fullColumn, keepColumn } from './column.ts';

/** A column of the sample portal, kept by the extension's own queue under every trouble. */
export const columnRow: Row = {
  id: 'column',
  what: 'column of 300 essays over 12 list pages, service worker stopped 20 times, server failing 5 % and slow 5 %',
  bar: 'all kept once, none twice, order and reasons right',
  async run({ scale, built }) {
    built();
    const small = { column: sampleColumns.middle, stops: 5, slow: 1000, seed: fullColumn.seed };
    const run = scale < 1 ? small : fullColumn;
    const { items, stored, answers, stopped, seconds: time } = await keepColumn(run);
    const wanted = columnEssays(run.column).map(({ title }) => title);
    const essays = items.filter(({ kind }) => kind === 'essay');
    const kept = essays.filter(({ state, reason }) => state === 'kept' && reason === '').length;
    const inOrder = essays.map(({ title }) => title).join('\n') === wanted.join('\n');
    const given = answers.filter(({ status }) => status === 200).map(({ address }) => address);
    // A worker that is stopped while a page is on its way has to ask for it again: that is no second capture.
    const again = given.length - new Set(given).size;
    const twice = stored.captures.length - stored.essays.length;
    return {
      text: `${whole(kept)} of ${wanted.length} kept in ${seconds(time)}, ${twice} twice, ${inOrder ? 'in order' : 'out of order'}; worker stopped ${stopped} times, ${again} pages asked for again because of it, ${answers.length - given.length} refusals`,
      met:
        kept === wanted.length && stored.essays.length === wanted.length && twice === 0 && inOrder && again <= stopped,
    };
  },
};
