import type { CslItem } from '../../export/cite/csl.ts';
import type { ReferenceForm } from '../../export/cite/reference-form.ts';
import { listBy, loadForm, type ReferenceList } from '../../export/cite/references.ts';
import type { CiteStyle } from '../../export/cite/styles.ts';
import { changeSettings, readSettings } from '../../settings/settings.ts';

/** Reads the essays to be cited, as works, in the order shown. Rejects when the collection cannot be read. */
export type ReadWorks = () => AsyncIterable<CslItem>;

/** The references to some essays in the style that is chosen, which is remembered. */
export function createCiting(read: ReadWorks) {
  let works = $state.raw<readonly CslItem[] | null>(null);
  let failed = $state(false);
  let style = $state<CiteStyle>('gbt7714');
  let form = $state.raw<ReferenceForm | null>(null);
  const list = $derived<ReferenceList | null>(works && form && listBy(form, works));

  /** What is chosen last counts, whatever is loaded first. */
  async function load(wanted: CiteStyle): Promise<void> {
    style = wanted;
    form = null;
    try {
      const loaded = await loadForm(wanted);
      if (style === wanted) form = loaded;
    } catch {
      if (style === wanted) failed = true;
    }
  }

  async function gather(): Promise<void> {
    try {
      const gathered: CslItem[] = [];
      const wanted = await readSettings().then(
        (settings) => settings.citeStyle,
        () => style,
      );
      await load(wanted);
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
      void load(wanted);
      // A style that cannot be remembered is chosen all the same.
      changeSettings({ citeStyle: wanted }).catch(() => {});
    },
  };
}
