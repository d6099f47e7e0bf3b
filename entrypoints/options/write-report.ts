import { i18n } from '#i18n';
import type { Collection } from '../../lib/collection/collection.ts';
import { readRoom } from '../../lib/collection/guard/room.ts';
import { hasKnownHosts } from '../../lib/settings/host-access.ts';
import { formatBytes, uiLanguage } from '../../lib/ui/format.ts';
import type { Facts } from './facts.ts';

/** A report of a fault for the reader to complete and send: numbers of the program and none of what was kept. */
export async function writeReport(collection: Collection, facts: Facts): Promise<string> {
  const [essays, captures, granted, room] = await Promise.all([
    collection.essays.count().catch(() => '?'),
    collection.captures.count().catch(() => '?'),
    hasKnownHosts().catch(() => false),
    readRoom().catch(() => null),
  ]);
  return [
    `${i18n.t('options.reportWhat')}\n\n`,
    `${i18n.t('options.reportExpected')}\n\n`,
    '---',
    `wencun: ${facts.version}`,
    `browser: ${facts.browser}`,
    `system: ${facts.system}`,
    `language: ${uiLanguage()}`,
    `essays: ${essays}, captures: ${captures}`,
    `known hosts granted: ${granted}`,
    ...(room === null ? [] : [`storage: ${formatBytes(room.used)}, persistent: ${room.persisted}`]),
  ].join('\n');
}
