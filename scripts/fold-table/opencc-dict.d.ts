/** Entries `from to`, parted by `|`; where a character has several simplified forms, the first is the usual one. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string;
  export default entries;
}
