import { type ModelCollection, type ModelEssay, type ModelVersion, versionOf } from './model.ts';

/** What merging a backup into a collection comes to: nothing of either is lost, and the newer version is current. */
export function mergeModels(here: ModelCollection, backup: ModelCollection): ModelCollection {
  const merged = new Map(here);
  for (const [n, other] of backup) {
    const own = here.get(n);
    merged.set(n, own === undefined ? other : mergeEssays(own, other));
  }
  return merged;
}

function mergeEssays(own: ModelEssay, other: ModelEssay): ModelEssay {
  const ids = new Map<string, string>();
  const versions: ModelVersion[] = [...own.versions];
  for (const version of other.versions) {
    const known = own.versions.some(({ captureId }) => captureId === version.captureId);
    const twin = own.versions.findLast(
      ({ variant, rulesVersion }) => variant === version.variant && rulesVersion === version.rulesVersion,
    );
    if (known) continue;
    if (twin !== undefined) ids.set(version.captureId, twin.captureId);
    else versions.push(version);
  }
  const otherId = ids.get(other.captureId) ?? other.captureId;
  const takenAt = (captureId: string): string => versions.find((one) => one.captureId === captureId)?.takenAt ?? '';
  const isNewer = takenAt(otherId) > (versionOf(own)?.takenAt ?? '');
  return {
    versions,
    captureId: isNewer ? otherId : own.captureId,
    keptAt: [own.keptAt, other.keptAt].toSorted()[0] ?? '',
    trashedAt: other.trashedAt === '' ? '' : own.trashedAt,
    note: joined(own.note, other.note),
    editedTitle: own.editedTitle ?? other.editedTitle,
    tags: [...new Set([...own.tags, ...other.tags])],
    shelves: [...new Set([...own.shelves, ...other.shelves])],
    highlights: [...new Set([...own.highlights, ...other.highlights])],
  };
}

function joined(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}
