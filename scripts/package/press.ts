import { type MinifyOptions, minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Presses what a page begins with, and what each opening wants next, by Terser; the bundler's own minifier takes all chunks afterwards. To
 * press what is loaded when it is asked for as well would take more than half of a page's time.
 */
export function pressBeginning(options: MinifyOptions): Plugin {
  return {
    name: 'press-beginning',
    apply: 'build',
    renderChunk: async (code, { isEntry, name }) => {
      if (!isEntry && name !== 'page' && name !== 'late') return null;
      const pressed = await minify(code, { ...options, module: true });
      return { code: pressed.code ?? code, map: null };
    },
  };
}
