import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All servers of this computer. */
const HERE = 'http://127.0.0.1/*';

/** Copies a built extension to a folder, with the permission for servers of this computer, which no automated run of Chromium can grant. Gives the folder. */
export function grantedExtension(built: string, folder: string): string {
  cpSync(built, folder, { recursive: true });
  grantServers(folder);
  return folder;
}

/** Gives an extension in a folder the permission for servers of this computer. */
export function grantServers(folder: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  if (manifest.host_permissions.includes(HERE)) return;
  manifest.host_permissions.push(HERE);
  writeFileSync(file, JSON.stringify(manifest));
}
