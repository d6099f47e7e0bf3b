import { sha256Hex } from '../../essay/fixity.ts';
import type { ZipWriter } from '../../zip/zip-writer.ts';
import { type Manifest, manifestDigestName, manifestName } from './manifest.ts';

/** Writes what a backup says of itself into its zip, and the digest of that beside it. */
export async function addManifest(zip: ZipWriter, manifest: Manifest): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  await zip.add(manifestName, bytes);
  await zip.add(manifestDigestName, new TextEncoder().encode(`${await sha256Hex(bytes)}  ${manifestName}\n`));
}
