import { formatNames } from '../write-format.ts';

/** What the command line takes. */
export const usage = `Usage: npm run --silent clip -- (FILE… | - | --manifest M.jsonl) [--url URL] [--any] [--markdown]
       npm run --silent clip -- (FILE… | - | --manifest M.jsonl) --out DIR [--shard I/N] [--gzip]
       npm run --silent clip -- (FILE… | - | --manifest M.jsonl) --format FORMAT --out DIR
       npm run --silent clip -- merge (FILE | DIR)… --out FILE [--near FILE] [--gzip]
Prints one JSON line a page: what was recognised, and the essay.
  FILE             .html, .mht, an archive of pages (.zip, .htz, .maff, .warc, .arc, .wacz), or a folder of these
  -                standard input: JSON lines as in a manifest, or with the page itself as
                   "body" (text, or bytes with "encoding": "base64"), "capturedAt", "charset";
                   or a WARC. Each line is answered as soon as it is read
  --url URL        the address that the one FILE was served under
  --manifest M     JSON lines {"id", "file", "url"}, files beside it; the other pages of
                   a paginated essay as "pages": [{"file", "url"}, …]
  --jobs N         pages that are read side by side; as many as there are cores unless told
  --any            also extract pages that are not recognised
  --second-reader  have Readability read each page as well, and tell of prose that it
                   would have kept: "secondReader": {"agreement", "doubted": [texts]}
  --markdown       print the essays as Markdown
  --out DIR        write into a folder instead: what is there under its name is whole
  --shard I/N      work the Ith of N parts of the input alone (I-J/N: several, one after
                   another); a part that is there already, of the same input, is passed over
  --gzip           pack the lines
  --format FORMAT  write the essays, each once: ${formatNames.join(', ')};
                   backup: what the library restores, ten thousand essays a file;
                   parquet: a row an essay, for DuckDB, Spark, pandas
  --strict         exit status 3 when a page failed
Exit status 0 when all was worked (pages that failed are in their lines), 3 see --strict, 1 when an input cannot be read at all,
2 when the command is not understood.`;
