/** What the reader of a handed-over library may choose, and hears of a choice. */
export interface PageChoices {
  /** The word of a Chinese one in the language that is spoken; `$1` is filled. */
  readonly say: (word: string, filling?: string) => string;
  /** Calls back once a language was chosen. */
  readonly onLanguage: (speak: () => void) => void;
  /** The controls, ready to be put somewhere. */
  readonly controls: readonly HTMLElement[];
}

/**
 * Language, theme, typeface and size of a handed-over library, remembered by the browser where it lets files remember. Its source is
 * written into the page as it stands here: it may name nothing outside of itself.
 */
export function pageChoices(words: Readonly<Record<string, Readonly<Record<string, string>>>>): PageChoices {
  const root = document.documentElement;
  const languages = Object.keys(words);
  const stored = (name: string, initial: string): string => {
    try {
      return localStorage.getItem(`wencun-${name}`) ?? initial;
    } catch {
      return initial;
    }
  };
  const store = (name: string, value: string): void => {
    try {
      localStorage.setItem(`wencun-${name}`, value);
    } catch {
      // It is chosen for this time.
    }
  };
  const asked = navigator.language;
  const usual = /^zh\b.*\b(?:TW|HK|MO|Hant)\b/i.test(asked) ? 'zh-TW' : /^zh\b/i.test(asked) ? 'zh-CN' : 'en';
  const wanted = stored('language', usual);
  const now = { language: languages.includes(wanted) ? wanted : 'zh-CN', size: Number(stored('size', '18')) || 18 };
  const listeners: (() => void)[] = [];
  const say = (word: string, filling = ''): string =>
    (words[now.language]?.[word] ?? word).replace('$1', () => filling);

  const picker = (name: string, label: string, choices: readonly (readonly [value: string, word: string])[]) => {
    const select = document.createElement('select');
    const speak = (): void => {
      select.setAttribute('aria-label', say(label));
      for (const option of select.options) option.textContent = say(option.dataset['word'] ?? '');
    };
    for (const [value, word] of choices) {
      const option = document.createElement('option');
      option.value = value;
      option.dataset['word'] = word;
      select.append(option);
    }
    select.dataset['choice'] = name;
    listeners.push(speak);
    speak();
    return select;
  };
  const attribute = (name: 'theme' | 'face', label: string, choices: readonly (readonly [string, string])[]) => {
    const select = picker(name, label, choices);
    const value = stored(name, choices[0]?.[0] ?? '');
    select.value = choices.some(([one]) => one === value) ? value : (choices[0]?.[0] ?? '');
    const set = (): void => root.setAttribute(`data-${name}`, select.value);
    select.addEventListener('change', () => {
      set();
      store(name, select.value);
    });
    set();
    return select;
  };
  const sizeButton = (text: string, label: string, by: number): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    const speak = (): void => button.setAttribute('aria-label', say(label));
    listeners.push(speak);
    speak();
    button.addEventListener('click', () => {
      now.size = Math.min(40, Math.max(12, now.size + by));
      root.style.setProperty('--size', `${now.size}px`);
      store('size', String(now.size));
    });
    return button;
  };
  const language = picker(
    'language',
    '语言',
    languages.map((tag) => [tag, { 'zh-CN': '简体中文', 'zh-TW': '繁體中文' }[tag] ?? 'English'] as const),
  );
  language.value = now.language;
  root.lang = now.language;
  root.style.setProperty('--size', `${now.size}px`);
  language.addEventListener('change', () => {
    now.language = language.value;
    root.lang = now.language;
    store('language', now.language);
    for (const speak of listeners) speak();
  });
  return {
    say,
    onLanguage: (speak) => void listeners.push(speak),
    controls: [
      sizeButton('A−', '字号减小', -1),
      sizeButton('A+', '字号增大', 1),
      attribute('face', '字体', [
        ['song', '宋体'],
        ['hei', '黑体'],
        ['kai', '楷体'],
      ]),
      attribute('theme', '明暗', [
        ['system', '随系统'],
        ['light', '浅色'],
        ['sepia', '护眼'],
        ['dark', '深色'],
      ]),
      language,
    ],
  };
}
