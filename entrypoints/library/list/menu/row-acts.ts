import { i18n } from '#i18n';
import type { Shortcut } from '../../../../lib/ui/keys/shortcuts.ts';

/** An act of a row's menu. */
export interface RowAct {
  readonly name: string;
  /** The key that does the same, '' for none. */
  readonly key: string;
  /** It stands apart from those before it. */
  readonly apart: boolean;
  readonly run: () => void;
}

/**
 * The menu of a row, made of the table of keys: what is about a row does the same by either. `focus` puts the focus on the row, which
 * is the one that the keys are about; `address` is where its essay is read.
 */
export function rowActs(table: readonly Shortcut[], focus: () => void, address: string): readonly RowAct[] {
  const opening: RowAct = {
    name: i18n.t('library.openInTab'),
    key: '',
    apart: false,
    run: () => void open(address, '_blank', 'noopener'),
  };
  const acts = table.flatMap(({ keys: [key = ''], name, aboutRow, run }): RowAct[] => {
    if (aboutRow !== true) return [];
    const act = (): void => {
      focus();
      run(new KeyboardEvent('keydown', { key }));
    };
    return [{ name, key, apart: key === 'Delete', run: act }];
  });
  return [opening, ...acts];
}
