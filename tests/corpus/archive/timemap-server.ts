import { type ArchiveAnswer, textAnswer } from './answer.ts';
import { answerIndex } from './index-server.ts';
import { replayAddress } from './replay-server.ts';
import type { ArchiveSettings } from './settings.ts';
import type { Shelf } from './shelf.ts';
import { httpDate } from './times.ts';
import { urlKeyOf } from './url-key.ts';

/** Mementos of one TimeMap; more are in the next. */
const A_PAGE = 1000;

/** A TimeMap (RFC 7089, 5): in link format, paged by `rel="timemap"`, or rows as the index gives them. */
export function answerTimeMap(shelf: Shelf, path: string, settings: ArchiveSettings): ArchiveAnswer {
  const [, format = '', page = '1', original = ''] = /^(link|json)\/(?:(\d{1,4})\/)?(.+)$/s.exec(path) ?? [];
  if (original === '') return textAnswer('', 404);
  if (format === 'json') return answerIndex(shelf, `url=${encodeURIComponent(original)}&output=json`, settings);
  const captures = shelf.ofKey(urlKeyOf(original));
  if (captures.length === 0) return textAnswer('', 404);
  const self = `${settings.base}/${settings.collection}/timemap/link`;
  const number = Number(page);
  const shown = captures.slice((number - 1) * A_PAGE, number * A_PAGE);
  const links = shown.map((capture) => {
    const rel = capture === captures[0] ? 'first memento' : capture === captures.at(-1) ? 'last memento' : 'memento';
    const address = replayAddress(settings, capture.timestamp, '', capture.original);
    return `<${address}>; rel="${rel}"; datetime="${httpDate(capture.timestamp)}"`;
  });
  const more =
    captures.length > number * A_PAGE
      ? [`<${self}/${number + 1}/${original}>; rel="timemap"; type="application/link-format"`]
      : [];
  const head = [
    `<${original}>; rel="original"`,
    `<${self}/${original}>; rel="self"; type="application/link-format"`,
    `<${settings.base}/${settings.collection}/${original}>; rel="timegate"`,
  ];
  return textAnswer(`${[...head, ...links, ...more].join(',\n')}\n`, 200, {
    'content-type': 'application/link-format',
  });
}
