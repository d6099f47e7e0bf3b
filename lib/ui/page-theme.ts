import { speakIn } from '../settings/interface-language.ts';
import { type Appearance, readSettings, watchSettings } from '../settings/settings.ts';
import { uiLanguage } from './format.ts';

/**
 * Gives a page the language of the interface and the theme of the settings, and follows them as they change.
 * Never rejects: where the settings cannot be read the page follows the system.
 */
export async function dressPage(root: HTMLElement): Promise<void> {
  const wear = (appearance: Appearance) => wearAppearance(root, appearance);
  watchSettings((settings) => wear(settings.appearance));
  const settings = await readSettings().catch(() => null);
  if (settings) {
    wear(settings.appearance);
    // Imported above, never on demand: a chunk that needs its page's script waits for the page, which waits here.
    await speakIn(settings.interfaceLanguage);
  }
  root.lang = uiLanguage();
}

const faces = { song: 'var(--font-song)', hei: 'var(--font-hei)', kai: 'var(--font-kai)' } as const;

/** Sets theme and type on an element: the names that tokens.css and reading.css go by. */
export function wearAppearance(root: HTMLElement, appearance: Appearance): void {
  if (appearance.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = appearance.theme;
  root.style.setProperty('--reading-size', `${appearance.fontSize}px`);
  root.style.setProperty('--reading-measure', String(appearance.measure));
  root.style.setProperty('--reading-leading', String(appearance.lineHeight));
  root.dataset['paragraphs'] = appearance.paragraphs;
  root.dataset['writing'] = appearance.writing;
  root.dataset['face'] = appearance.face;
  root.style.setProperty('--reading-face', faces[appearance.face]);
}
