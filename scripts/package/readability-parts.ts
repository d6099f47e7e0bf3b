import type { Plugin } from 'vite';

/** Readability's package brings a second judge of pages along, which nobody here asks. */
export const withoutSecondJudge: Plugin = {
  name: 'without-second-judge',
  transform: {
    filter: { id: /readability[\\/]index\.js$/ },
    handler: (code) => code.replace('require("./Readability-readerable")', 'null'),
  },
};

/** What Readability tells its own developers, of which nobody here hears: making it writes the whole article out once, for nothing. */
export const withoutLogs: Plugin = {
  name: 'without-logs',
  transform: {
    filter: { id: /readability[\\/]Readability\.js$/ },
    handler: (code) =>
      code.replace(/^\s*this\.log\((?:[^;]|;(?!$))*?\);$/gm, '').replaceAll('if (this._debug)', 'if (false)'),
  },
};

/** Readability's reader of a page's JSON-LD, which `lib/extract/article.ts` tells it to leave alone. */
export const withoutJsonLd: Plugin = {
  name: 'without-json-ld',
  transform: {
    filter: { id: /readability[\\/]Readability\.js$/ },
    handler(code) {
      const parts = [
        /^ {2}_getJSONLD\(doc\) \{$[\s\S]*?^ {2}\},$/m,
        /^ {4}jsonLdArticleTypes:\s*\/.*\/,$/m,
        'this._disableJSONLD ? {} : this._getJSONLD(this._doc)',
      ];
      return parts.reduce<string>((changed, part) => {
        const next = changed.replace(part, () => (typeof part === 'string' ? '{}' : ''));
        if (next === changed) throw new Error('Readability is written otherwise: look how it reads JSON-LD now.');
        return next;
      }, code);
    },
  },
};
