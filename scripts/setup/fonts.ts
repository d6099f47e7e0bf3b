import { spawnSync } from 'node:child_process';

/**
 * True when this machine can draw Chinese: fontconfig knows a font for it. Without one, screenshots show empty boxes.
 * macOS and Windows bring their own; elsewhere, without fontconfig, the answer is no.
 */
export function hasChineseFont(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '';
  return listed.trim() !== '';
}
