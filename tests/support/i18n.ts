import { readFileSync } from 'node:fs';

type Entry = string | { readonly [key: string]: Entry };

const words: Entry = JSON.parse(readFileSync('assets/locales/zh_CN.json', 'utf8'));

/** Stands for `#i18n` where there is no browser to ask: speaks the words of the default locale. */
export const i18n = {
  t(key: string, ...parts: readonly (number | readonly (string | number)[])[]): string {
    const found = key
      .split('.')
      .reduce<Entry | undefined>((entry, name) => (typeof entry === 'object' ? entry[name] : undefined), words);
    const count = parts.find((part) => typeof part === 'number');
    const text = typeof found === 'object' ? (found[String(count)] ?? found['n']) : found;
    if (typeof text !== 'string') throw new Error(`The default locale says nothing for ${key}`);
    const fillings = parts.find((part) => typeof part === 'object') ?? [count ?? ''];
    return text.replace(/\$(\d)/g, (_, place) => String(fillings[Number(place) - 1]));
  },
};
