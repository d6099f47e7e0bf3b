import { type JsMinifyOptions, minify } from '@swc/core';
import type { Plugin } from 'vite';

/** Characters that are told by their numbers, as signs and Han characters of patterns are, as themselves: white space and what shows nothing stays told. */
const withHanAsWritten = (code: string): string =>
  code.replace(/(?<!\\)\\u(?:2[1-9a-f]|[3-9][\da-f]|ff)[\da-f]{2}/g, (told) => {
    const sign = String.fromCharCode(Number.parseInt(told.slice(2), 16));
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) ? sign : told;
  });

/** Presses a script that is one file, and no module. */
export function pressScript(options: JsMinifyOptions): Plugin {
  return {
    name: 'press-script',
    apply: 'build',
    enforce: 'post',
    renderChunk: async (code) => ({
      code: withHanAsWritten((await minify(code, { ...options, module: false })).code),
      map: null,
    }),
  };
}

/** Presses what a page begins with, and what each opening wants next; the bundler's own minifier takes all chunks afterwards. */
export function pressBeginning(options: JsMinifyOptions): Plugin {
  return {
    name: 'press-beginning',
    apply: 'build',
    renderChunk: async (code, { isEntry, name }) => {
      if (!isEntry && name !== 'page' && name !== 'late') return null;
      return { code: (await minify(code, { ...options, module: true })).code, map: null };
    },
  };
}
