import { type JsMinifyOptions, minify } from '@swc/core';
import type { Plugin } from 'vite';

/** Presses a script that is one file, and no module. */
export function pressScript(options: JsMinifyOptions): Plugin {
  return {
    name: 'press-script',
    apply: 'build',
    enforce: 'post',
    renderChunk: async (code) => ({ code: (await minify(code, { ...options, module: false })).code, map: null }),
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
