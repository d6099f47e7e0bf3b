import { i18n } from '#i18n';
import { readAddress } from '../../../../lib/archive/address.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { getOriginal } from '../../../../lib/collection/get-essay.ts';
import type { ArchivedCopy } from '../../../../lib/essay/essay.ts';
import { type Archive, arquivo, wayback } from '../../../../lib/harvest/archives.ts';
import type { PageCaptures } from '../../../../lib/harvest/page-captures.ts';
import { payloadDigest } from '../../../../lib/harvest/payload-digest.ts';
import { formatNumber } from '../../../../lib/ui/format.ts';
import { momentWords } from './capture-words.ts';

/** The digest of a capture's kept bytes as an index names it; '' where they cannot be read. */
export async function digestOfKept(collection: Collection, captureId: string): Promise<string> {
  const original = await getOriginal(collection, captureId);
  return original.ok && original.value !== null ? payloadDigest(original.value) : '';
}

/** The 14 digits of an archived copy's moment; '' where they are not told. */
export function timestampOfCopy(copy: ArchivedCopy | null): string {
  const told = readAddress(copy?.url ?? '')?.timestamp ?? copy?.capturedAt?.replace(/\D/g, '') ?? '';
  return told.length === 14 ? told : '';
}

/** How an archive is called: a server that is not known by its host. */
export function archiveTitle({ id, index }: Archive): string {
  if (id === wayback.id) return 'Wayback Machine';
  return id === arquivo.id ? 'Arquivo.pt' : new URL(index).host;
}

/** How many captures there are, from when to when, and how many different files they are. */
export function sumOf({ captures, isAll }: PageCaptures): string {
  const [first] = captures;
  const last = captures.at(-1);
  if (first === undefined || last === undefined) return i18n.t('captures.none');
  const span = [formatNumber(captures.length), momentWords(first.timestamp), momentWords(last.timestamp)] as const;
  const digests = new Set(captures.map(({ digest }) => digest));
  const files = digests.has('')
    ? i18n.t('captures.noDigests')
    : i18n.t('captures.files', digests.size, [formatNumber(digests.size)]);
  return [i18n.t('captures.found', captures.length, [...span]), files, isAll ? '' : i18n.t('captures.more')]
    .filter(Boolean)
    .join(' ');
}
