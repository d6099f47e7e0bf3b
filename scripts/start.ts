// npm start [-- [--page FILE --url URL] [--headless]]
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleEssays } from '../tests/corpus/portal/essays.ts';
import { sampleUrls } from '../tests/corpus/portal/routes.ts';
import { type ExtraPage, type PortalServer, servePortal } from '../tests/corpus/portal/server.ts';
import { launchChromium } from './browsers/chromium.ts';
import { buildExtension, root } from './build.ts';
import { setUp } from './setup/set-up.ts';
import { loadByHand } from './start/by-hand.ts';
import { tourReport } from './start/report.ts';
import { tour } from './start/tour.ts';

const usage = `Usage: npm start [-- [--page FILE --url URL] [--headless]]
Builds the extension and opens Chromium with it on the bundled sample portal, or on the page FILE shown under URL.
Without a display, or with --headless, keeps the pages through the popup and prints what was kept.`;

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

async function readArguments(): Promise<{ readonly extra: readonly ExtraPage[]; readonly headless: boolean }> {
  const { values } = parseArgs({
    options: { page: { type: 'string' }, url: { type: 'string' }, headless: { type: 'boolean', default: false } },
  });
  const { page, url } = values;
  const headless = values.headless || !hasDisplay();
  if (page === undefined && url === undefined) return { extra: [], headless };
  if (page === undefined || url === undefined) throw new Error('--page and --url go together.');
  if (!URL.canParse(url)) throw new Error(`Not an address: ${url}`);
  return { extra: [{ url: new URL(url).href, body: await readFile(page) }], headless };
}

/** The pages that the tour keeps: the one from disk, or every essay of the sample portals, one of them as a replay. */
const tourUrls = (extra: readonly ExtraPage[]): readonly string[] =>
  extra.length > 0
    ? extra.map(({ url }) => url)
    : [
        ...sampleEssays.flatMap(({ id, site, column }) =>
          site === 'nbdx' && column[0] !== '通知公告' && !sampleUrls.replay.endsWith(id) ? [sampleUrls.essay(id)] : [],
        ),
        sampleUrls.unknownSchool,
        sampleUrls.replay,
      ];

/** Keeps the browser open until it is closed, or until this process is told to stop. */
async function stayOpen(executable: string, extension: string, portal: PortalServer, url: string): Promise<void> {
  const { resolverRules } = portal;
  const session = await launchChromium({ executable, extension, resolverRules, headless: false, viewport: null });
  const closed = new Promise<void>((resolve) => session.context.on('close', () => resolve()));
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(url);
  console.log(`Chromium is open on ${url}. Open an essay and press the Wencun button in the toolbar (Alt+Shift+S keeps).
The portal is a sample on this computer; nothing leaves it. Close the browser or press Ctrl-C to end.`);
  await closed;
}

async function keepHeadless(
  executable: string,
  extension: string,
  portal: PortalServer,
  urls: readonly string[],
): Promise<void> {
  const { resolverRules } = portal;
  const session = await launchChromium({ executable, extension, resolverRules, headless: true });
  const taken = await tour(session, urls, join(root, '.screenshots', 'start')).finally(session.close);
  console.log(tourReport(taken));
  if (taken.stops.some(({ problem }) => problem !== null)) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { extra, headless } = await readArguments();
  const machine = setUp(['chromium', 'font', 'language']);
  console.error('wencun: building the extension …');
  const extension = buildExtension('chrome');
  const { chromium } = machine;
  if (chromium === null || chromium.branded) {
    console.log(loadByHand(machine, extension, buildExtension('firefox')));
    return;
  }
  for (const { advice } of machine.missing) console.error(advice);
  const portal = await servePortal(extra);
  try {
    if (headless) await keepHeadless(chromium.path, extension, portal, tourUrls(extra));
    else await stayOpen(chromium.path, extension, portal, extra[0]?.url ?? sampleUrls.home);
  } finally {
    await portal.close();
  }
}

await main().catch((problem: Error) => {
  console.error(problem.message);
  if (problem.message.startsWith('--') || problem.message.includes('option')) console.error(usage);
  process.exitCode = 1;
});
