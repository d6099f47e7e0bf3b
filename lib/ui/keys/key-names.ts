const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** What is printed on a key, e.g. `↑`, `Esc` or `T`. */
export const keySign = (key: string): string => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** What is printed on the key that is held for commands: `⌘` on Apple's keyboards, else `Ctrl`. */
export const controlSign = (platform = navigator.platform): string => (/^(?:Mac|iP)/.test(platform) ? '⌘' : 'Ctrl');
