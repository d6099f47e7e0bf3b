import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openCollection } from '../../../lib/collection/collection.ts';
import { getOriginal } from '../../../lib/collection/get-essay.ts';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { listOutcomes } from '../../../lib/collection/outcomes.ts';
import { countTry, listWanted } from '../../../lib/collection/wanted.ts';
import { expectValue } from '../../support/collections.ts';
import { makeVictim } from '../../support/damage/damaged-collection.ts';
import { expectBackedUp, expectCopied, expectRestUsable } from '../../support/damage/expect-usable.ts';
import { moreDamages } from '../../support/damage/more-damages.ts';
import { rarerDamages } from '../../support/damage/rarer-damages.ts';

const all = [...rarerDamages, ...moreDamages];

describe('a damage of a rarer kind', () => {
  it.each(all)('harms itself alone: $name', async (damage) => {
    const victim = await makeVictim();
    await damage.run(victim);
    victim.collection.close();
    const collection = openCollection(victim.collection.name);
    await expectRestUsable(collection, victim, damage);
    await expectBackedUp(collection, victim, damage);
    await expectCopied(collection, victim, damage);
    for (const row of expectValue(await listOutcomes(collection))) expect([row.title, row.askedAt].join('')).toBe('');
    for (const { essayId } of expectValue(await listWanted(collection)))
      expect(expectValue(await countTry(collection, essayId))).toBeGreaterThan(0);
    collection.close();
  });

  it.each(all)('is named, and put right where that can be: $name', async (damage) => {
    const victim = await makeVictim();
    await damage.run(victim);
    const { collection } = victim;
    await checkCollection(collection);
    await checkCollection(collection);
    const { open, past } = expectValue(await listFindings(collection, 99));
    if (damage.told !== '') expect([...open, ...past].map(({ table }) => table)).toContain(damage.told);
    collection.close();
  });
});

it('a version that names the original of another essay has none', async () => {
  const { collection, ids } = await makeVictim();
  const [mine = '', other = ''] = (await collection.essays.bulkGet(ids.slice(0, 2))).map((row) => row?.captureId);
  await collection.originals.delete(mine);
  await collection.captures.update(mine, { cleanedFrom: other });
  expect(expectValue(await getOriginal(collection, mine))).toBeNull();
  expect(expectValue(await getOriginal(collection, other))).not.toBeNull();
  collection.close();
});
