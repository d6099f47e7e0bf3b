import type { DBCore, Middleware } from 'dexie';
import { letRubbishGo } from './let-rubbish-go.ts';

/** Rows read and written after which it is worth while: a hundred essays kept, two dozen windows of a list. */
const ROWS = 600;
/** Milliseconds between two times at least: each takes some ten milliseconds of CPU, in small steps. */
const REST = 400;

/** Counts rows and has rubbish let go of when there were enough of them; `now` in milliseconds. */
export function rubbishCounter(letGo: () => void = letRubbishGo, now = (): number => performance.now()) {
  const state = { rows: 0, since: now() };
  return (rows: number): void => {
    state.rows += rows;
    if (state.rows < ROWS || now() - state.since < REST) return;
    Object.assign(state, { rows: 0, since: now() });
    letGo();
  };
}

/** Has what long work left behind let go of while it goes on: by the rows that it reads and writes, whatever it is. */
export const letGoByRows = (count: (rows: number) => void = rubbishCounter()): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'let-go-by-rows',
  create: (down) => ({
    ...down,
    table: (name) => {
      const table = down.table(name);
      const counted = <Answer>(answer: Answer, rows: number): Answer => {
        count(rows);
        return answer;
      };
      return {
        ...table,
        getMany: (request) => table.getMany(request).then((rows) => counted(rows, rows.length)),
        query: (request) => table.query(request).then((answer) => counted(answer, answer.result.length)),
        mutate(request) {
          if (request.type !== 'deleteRange') count('values' in request ? request.values.length : request.keys.length);
          return table.mutate(request);
        },
      };
    },
  }),
});
