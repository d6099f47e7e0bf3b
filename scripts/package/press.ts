import { type MinifyOptions, minify } from 'terser';
import { type Plugin, minify as pressQuickly } from 'vite';

/**
 * The bundler's own minifier first, which takes a fiftieth of Terser's time and leaves names alone: what it has shortened Terser presses
 * smaller in two passes than by itself in six.
 */
async function press(file: string, code: string, { module = false, ...options }: MinifyOptions): Promise<string> {
  const shortened = await pressQuickly(file, code, { module, compress: { target: 'es2020' }, mangle: false });
  const [problem] = shortened.errors;
  if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
  const pressed = await minify(shortened.code, { ...options, module });
  return pressed.code ?? code;
}

/** Presses a script that is one file, and no module. */
export function pressScript(options: MinifyOptions): Plugin {
  return {
    name: 'press-script',
    apply: 'build',
    enforce: 'post',
    renderChunk: async (code, { fileName }) => ({ code: await press(fileName, code, options), map: null }),
  };
}

/**
 * Presses what a page begins with, and what each opening wants next, by Terser; the bundler's own minifier takes all chunks afterwards. To
 * press what is loaded when it is asked for as well would take more than half of a page's time.
 */
export function pressBeginning(options: MinifyOptions): Plugin {
  return {
    name: 'press-beginning',
    apply: 'build',
    renderChunk: async (code, { fileName, isEntry, name }) => {
      if (!isEntry && name !== 'page' && name !== 'late') return null;
      return { code: await press(fileName, code, { ...options, module: true }), map: null };
    },
  };
}
