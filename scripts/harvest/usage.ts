/** What the command line takes. */
export const usage = `Usage: npm run harvest -- HOST|URL… --out DIR [--years FROM..TO] [--plan]
       npm run harvest -- CRAWL.wacz|CRAWL.warc.gz|INDEX.cdx|INDEX.cdxj… --out DIR [--years FROM..TO]
Fetches the essays of a portal out of a web archive, one request after another, and writes
  captures.warc.gz   what was fetched, as it was crawled
  records.ndjson     a line an essay, as "npm run clip" prints it, with its capture and those tried before
  listed.ndjson      what captured lists name: title, day, column, address
  lost.csv           essays that lists name and the archive does not have
  index.cdxj         the archive's index of the site, as far as it is about pages
  report.json        counts of all this
The same command goes on where it was stopped, by a signal, a crash or a day's rest.
  HOST|URL           a host, *.HOST with those below it, a folder (ending in / or *), one page, or its replay
  FILE               an index with its WARC beside it: only essays are read out of the crawl. An index whose
                     WARC is elsewhere is asked of the archive
  --out DIR          where to write; a harvest that was stopped goes on here
  --years FROM..TO   year of publication, as lists and addresses tell it, else of the first capture
  --captured FROM..TO  captures of these years alone are looked at
  --column NAME      essays that lists name under this column
  --pattern TEXT     essays whose address has this in it; * is anything
  --others           also pages that nothing says are essays
  --lists N          captures of one list that are read, of different texts; 12 unless told, 0 for none
  --archive NAME     wayback (unless told), arquivo, or the address of a pywb, OpenWayback or CDX server
  --gap SECONDS      between two requests: no less than the archive's own
  --plan             only look at the index, and say what there is and how long it takes
Exit status 0 when all is done, 1 when the archive or the disk refuses, 2 when the command is not understood.`;
