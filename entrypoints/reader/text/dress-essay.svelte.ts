import {
  type Convert,
  converterTo,
  type Script,
  showConverted,
} from '../../../lib/features/show-essay/convert-script.ts';
import { readShownText, type ShownText } from '../../../lib/features/show-essay/shown-text.ts';
import { type Appearance, readSettings, watchSettings } from '../../../lib/settings/settings.ts';

const languages = { stored: 'zh-CN', simplified: 'zh-CN', traditional: 'zh-TW' } as const;

/** How an essay is shown as the settings want it: the way of writing, the script, and its text in them. To be called while a component is made. */
export function dressEssay() {
  let appearance = $state.raw<Appearance>();
  $effect(() => watchSettings((settings) => (appearance = settings.appearance)));
  readSettings().then(
    (settings) => (appearance = settings.appearance),
    () => {},
  );
  const wanted = $derived(appearance?.script ?? 'stored');

  /** The converter in use, and the script it gives. */
  let converting = $state.raw<{ readonly script: Script; readonly convert: Convert }>({
    script: 'stored',
    convert: (text) => text,
  });
  $effect(() => {
    const script = wanted;
    converterTo(script).then(
      (convert) => {
        if (script === wanted) converting = { script, convert };
      },
      () => {},
    );
  });

  const storedText = new WeakMap<Text, string>();
  return {
    get isVertical(): boolean {
      return appearance?.writing === 'vertical';
    },
    get lang(): 'zh-CN' | 'zh-TW' {
      return languages[converting.script];
    },
    get convert(): Convert {
      return converting.convert;
    },
    /** Shows the text of an essay in the script, and reads it as it then stands. */
    show(body: HTMLElement): ShownText {
      showConverted(body, converting.convert, storedText);
      return readShownText(body, storedText);
    },
  };
}
