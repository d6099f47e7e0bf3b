import { changeSettings, readSettings, type Settings, watchSettings } from '../../lib/settings/settings.ts';

/** The settings as they are, and the way to change them. */
export function createChosenSettings() {
  let settings = $state.raw<Settings | null>(null);
  let failed = $state(false);
  const fail = (): void => {
    failed = true;
  };
  readSettings().then((read) => {
    settings = read;
  }, fail);

  return {
    /** Null until they are read. */
    get now(): Settings | null {
      return settings;
    },
    /** True when the last change was not stored. */
    get failed(): boolean {
      return failed;
    },
    async change(wanted: Partial<Settings>): Promise<void> {
      failed = false;
      await changeSettings(wanted).catch(fail);
    },
    /** Follows changes, wherever they are made. Gives the function that stops it. */
    follow: () =>
      watchSettings((changed) => {
        settings = changed;
      }),
  };
}

export type ChosenSettings = ReturnType<typeof createChosenSettings>;
