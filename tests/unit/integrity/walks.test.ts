import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steps } from '../../support/walks/commands.ts';
import { type Model, newModel, soughtWords } from '../../support/walks/model.ts';
import { expectFound, expectSame, newReal, type Real } from '../../support/walks/real.ts';

/** `npm run walks` takes more of them. */
const given = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const walks = given('WALKS', 12);
const length = given('WALK_STEPS', 30);
const seed = given('WALK_SEED', 20_261_126);

/** Milliseconds that a walk may take where the machine has other work as well. */
const PATIENCE = 20_000;

/** What is there at the end of a walk, in both windows, and what every search finds. */
async function expectAtEnd(model: Model, real: Real): Promise<void> {
  for (const window of real.windows) {
    await expectSame(model, window, real);
    for (const word of soughtWords) await expectFound(model, window, real, word, 'kept');
  }
}

/** All walks are of this length; one that failed is made shorter where `WALK_SHRINK` is set. */
const commands = fc.array(fc.oneof(...steps), {
  minLength: process.env['WALK_SHRINK'] === undefined ? length : 1,
  maxLength: length,
  size: 'max',
});

it(
  `leaves ${walks} random walks of ${length} steps in two windows where a simple model is`,
  async () => {
    const tally = { walks: 0 };
    const walk = fc.asyncProperty(commands, async (steps) => {
      const [model, real] = [newModel(), newReal()];
      await fc.asyncModelRun(() => ({ model, real }), steps);
      await expectAtEnd(model, real);
      for (const { collection } of real.windows) collection.close();
      indexedDB.deleteDatabase(real.windows[0].collection.name);
      tally.walks += 1;
    });
    await fc.assert(walk, { numRuns: walks, seed, endOnFailure: process.env['WALK_SHRINK'] === undefined });
    expect(tally.walks).toBeGreaterThanOrEqual(walks);
  },
  walks * PATIENCE,
);
