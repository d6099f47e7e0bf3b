import { changeSettings, readSettings, type Settings } from '../../../lib/settings/settings.ts';

/** Settings by which the extension does more by itself, or asks more of others: a backup may turn them off, and only the reader on. */
const powers = [
  'keepByItself',
  'recogniseEverywhere',
  'keepImages',
  'backupEvery',
  'secondCopy',
] as const satisfies readonly (keyof Settings)[];
export type Power = (typeof powers)[number];

/** Whether a setting is turned on, or on more than it was. */
const isMore = (wanted: unknown, here: unknown): boolean =>
  typeof here === 'boolean' ? wanted === true && !here : wanted !== here && wanted !== 'off';

/**
 * Takes the settings of a backup over, those that there are still; a value that is none is read as the default. What would do more
 * by itself than is allowed here stays as it is: gives the names of these. How many backups are kept is no backup's to say either.
 */
export async function restoreSettings(stored: Readonly<Record<string, unknown>>): Promise<readonly Power[]> {
  const here = await readSettings();
  const withheld = powers.filter((name) => Object.hasOwn(stored, name) && isMore(stored[name], here[name]));
  const passed = Object.entries(stored).filter(
    ([name]) => Object.hasOwn(here, name) && name !== 'backupsKept' && !(withheld as readonly string[]).includes(name),
  );
  // One that cannot be stored is not worth a failure.
  await changeSettings(Object.fromEntries(passed) as Partial<Settings>).catch(() => undefined);
  return withheld;
}
