import { attributeOf, elementById, textOf } from '../dom/tree.ts';
import { momentOfTimestamp } from '../essay/partial-date.ts';
import { type Address, readAddress, repairUrl } from './address.ts';
import type { Finding } from './finding.ts';
import { commentLike, type Traces } from './traces.ts';
import type { Page } from './unwrapped.ts';

/**
 * A replay of pywb, the software of most libraries since 2014; null for another page. Framed replay shows the memento in
 * an iframe: the outer page has only that, so it tells the iframe's address. Marks by docs/portals.md 5.2.
 */
export function readPywb({ document }: Page, traces: Traces, address: Address | null): Finding | null {
  const code = traces.scripts.map((script) => textOf(script) ?? '').find((text) => text.includes('wbinfo')) ?? '';
  const value = (name: string): string => new RegExp(`wbinfo\\.${name}\\s*=\\s*["']([^"']*)`).exec(code)?.[1] ?? '';
  const frame = readAddress(attributeOf(elementById(document, 'replay_iframe'), 'src') ?? '');
  const where = frame ?? (address?.archive === 'pywb' ? address : null);
  if (code === '' && where === null && commentLike(traces, /^\s*WB Insert/) === null) return null;

  const told = momentOfTimestamp(value('timestamp'));
  return {
    archive: 'pywb',
    originalUrl: repairUrl(value('url')) ?? (where ?? address)?.originalUrl ?? null,
    url: readAddress(value('top_url'))?.url ?? (where ?? address)?.url ?? null,
    capturedAt: told ?? momentOfTimestamp((where ?? address)?.timestamp ?? ''),
    archiveElements: [
      ...traces.scripts,
      ...['_wb_plain_banner', '_wb_frame_top_banner'].flatMap((id) => elementById(document, id) ?? []),
    ],
  };
}
