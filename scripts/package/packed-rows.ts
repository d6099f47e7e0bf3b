import type { Plugin } from 'vite';

/**
 * Writes the register of schools as lines of text with bars in the scripts that run in pages: its brackets and quotes are more than a thousandth of what these may
 * weigh. What is empty at a row's end is left out, and null is nothing.
 */
export const packedRows: Plugin = {
  name: 'packed-rows',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /[\\/]schools\.json$/ },
    handler(json) {
      const rows = JSON.parse(json) as readonly (readonly (string | number | null)[])[];
      const lines = rows.map((row) =>
        row
          .map((part) => part ?? '')
          .join('|')
          .replace(/\|+$/, ''),
      );
      const apart = rows.every((row) => row.every((part) => !/[|\n]/.test(String(part))));
      if (!apart) throw new Error('A bar or the end of a line stands within a row of the register.');
      return {
        code: `export default ${JSON.stringify(lines.join('\n'))}.split('\\n').map((row) => row.split('|'));`,
        moduleType: 'js',
        map: null,
      };
    },
  },
};
