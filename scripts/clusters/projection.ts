/** The crawl that is reckoned with. */
const PAGES = 20_000_000;
/** Pages a process works: parts of the input times pages a part. */
const A_PROCESS = 100_000;
const CORES = 64;
const HOUR = 3600;

/**
 * What a crawl of twenty million pages would take, in words with the arithmetic. `start` and `page` in CPU seconds, `line` in bytes. A
 * projection, not a measurement: it supposes that disks and cores keep up.
 */
export function projectionOf(start: number, page: number, line: number): string {
  const processes = PAGES / A_PROCESS;
  const [starts, reading] = [processes * start, PAGES * page];
  const hours = (starts + reading) / HOUR;
  return `## ${(PAGES / 1e6).toFixed(0)} million pages, projected

Measured above: ${(page * 1000).toFixed(1)} ms of CPU a page (${(1 / page).toFixed(0)} pages/s a core), ${start.toFixed(2)} s to start a process, ${(line / 1000).toFixed(1)} kB a line.

- reading: ${PAGES.toLocaleString('en')} × ${(page * 1000).toFixed(1)} ms = ${(reading / HOUR).toFixed(0)} core-hours
- starts: ${processes} processes of ${A_PROCESS.toLocaleString('en')} pages × ${start.toFixed(2)} s = ${(starts / HOUR).toFixed(2)} core-hours (${((starts / reading) * 100).toFixed(2)} %)
- together ${hours.toFixed(0)} core-hours: ${(hours / CORES).toFixed(1)} h on ${CORES} cores, if disks keep up
- lines: ${PAGES.toLocaleString('en')} × ${(line / 1000).toFixed(1)} kB = ${((PAGES * line) / 1e9).toFixed(0)} GB; with \`--gzip\` about a fifth
`;
}
