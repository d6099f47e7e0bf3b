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

/**
 * What Readability does to an article for its own readers, what it reads beside title and author, and its reader of JSON-LD:
 * `lib/extract/article.ts` tells it to leave that alone, and asks of an article only which lines it has.
 */
export const withoutUnused: Plugin = {
  name: 'without-unused',
  transform: {
    filter: { id: /readability[\\/]Readability\.js$/ },
    handler(code) {
      const parts = [
        [/^ {2}_getJSONLD\(doc\) \{$[\s\S]*?^ {2}\},$/m, ''],
        [/^ {2}_fixRelativeUris\(articleContent\) \{$[\s\S]*?^ {2}\},$/m, ''],
        [/^ {2}_cleanClasses\(node\) \{$[\s\S]*?^ {2}\},$/m, ''],
        [/^ {4}jsonLdArticleTypes:\s*\/.*\/,$/m, ''],
        ['this._disableJSONLD ? {} : this._getJSONLD(this._doc)', '{}'],
        ['this._fixRelativeUris(articleContent);', ''],
        ['this._cleanClasses(articleContent);', ''],
        [/^ {4}metadata\.excerpt =$[\s\S]*?(?=^ {4}\/\/ in many sites)/m, ''],
        [/^ {4}metadata\.excerpt = this\._unescape[\s\S]*?(?=^ {4}return metadata;)/m, ''],
        [/jsonld\.(?:title|byline) \|\|/g, ''],
        [/^ {4}if \(this\._maxElemsToParse > 0\) \{$[\s\S]*?^ {4}\}$/m, ''],
        [/^ {2}this\._maxElemsToParse =\s[^;]*;$/m, ''],
        [/^.*__JSDOMParser__;$/m, ''],
        [/this\._docJSDOMParser/g, 'false'],
        ['this._getArticleMetadata(jsonLd)', 'this._getArticleMetadata()'],
        [/^ {4}if \(!metadata\.excerpt\) \{$[\s\S]*?^ {4}\}$/m, ''],
        [
          /^ {4}var textContent = articleContent\.textContent;$[\s\S]*?^ {4}\};$/m,
          'return { content: this._serializer(articleContent) };',
        ],
        [/^ {8}this\._someNode\(ancestors, [\s\S]*?^ {8}\}\);$/m, ''],
        [/^ {8}var ancestors = \[parentOfTopCandidate[\s\S]*?\);$/m, ''],
      ] as const;
      return parts.reduce((changed, [part, instead]) => {
        const next = changed.replace(part, instead);
        if (next === changed) throw new Error(`Readability is written otherwise: look for ${part} now.`);
        return next;
      }, code);
    },
  },
};
