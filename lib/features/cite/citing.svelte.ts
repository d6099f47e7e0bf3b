import type { CslItem } from '../../export/cite/csl.ts';
import { type ReferenceList, referenceList } from '../../export/cite/references.ts';
import type { CiteStyle } from '../../export/cite/styles.ts';
import { changeSettings, readSettings } from '../../settings/settings.ts';

/** Reads the essays to be cited, as works, in the order shown. Rejects when the collection cannot be read. */
export type ReadWorks = () => AsyncIterable<CslItem>;

/** The references to some essays in the style that is chosen, which is remembered. */
export function createCiting(read: ReadWorks) {
  let works = $state.raw<readonly CslItem[] | null>(null);
  let failed = $state(false);
  let style = $state<CiteStyle>('gbt7714');
  const list = $derived<ReferenceList | null>(works && referenceList(works, style));

  async function gather(): Promise<void> {
    try {
      const gathered: CslItem[] = [];
      style = await readSettings().then(
        (settings) => settings.citeStyle,
        () => style,
      );
      for await (const work of read()) gathered.push(work);
      works = gathered;
    } catch {
      failed = true;
    }
  }

  return {
    /** Null while the essays are being read. */
    get list(): ReferenceList | null {
      return list;
    },
    get failed(): boolean {
      return failed;
    },
    get style(): CiteStyle {
      return style;
    },
    gather,
    choose(wanted: CiteStyle): void {
      style = wanted;
      // A style that cannot be remembered is chosen all the same.
      changeSettings({ citeStyle: wanted }).catch(() => {});
    },
  };
}
