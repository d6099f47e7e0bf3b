import { type JsMinifyOptions, minify } from '@swc/core';
import type { Plugin } from 'vite';

/** Characters that are told by their numbers, as signs and Han characters of patterns are, as themselves: white space and what shows nothing stays told. */
const withHanAsWritten = (code: string): string =>
  code.replace(/(?<!\\)\\u(?:2[1-9a-f]|[3-9][\da-f]|ff)[\da-f]{2}/g, (told) => {
    const sign = String.fromCharCode(Number.parseInt(told.slice(2), 16));
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) ? sign : told;
  });

/** A pattern that goes on from its last match, written where it is asked: it would begin anew each time, and a loop that asks it never end. */
const restarting = /\/[dimsuv]*[gy][dgimsuvy]*\.(?:exec|test|lastIndex)\b/;

function withoutRestarts(code: string): string {
  const at = code.search(restarting);
  if (at >= 0) throw new Error(`Let this pattern be asked by matchAll: ${code.slice(Math.max(0, at - 80), at + 20)}`);
  return code;
}

/**
 * Presses a script that is one file, and no module. Functions become arrows where no function of the script asks for its `arguments`: SWC makes an arrow of such
 * a one as well, which then has those of the function around it, and a purifier that is pressed so lets no tag through.
 */
export function pressScript(options: JsMinifyOptions): Plugin {
  return {
    name: 'press-script',
    apply: 'build',
    enforce: 'post',
    async renderChunk(code) {
      const unsafe_arrows = !/\barguments\b/.test(code);
      const compress = { ...(options.compress === true ? {} : options.compress), unsafe_arrows };
      const pressed = await minify(code, { ...options, compress, module: false });
      return { code: withoutRestarts(withHanAsWritten(pressed.code)), map: null };
    },
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
