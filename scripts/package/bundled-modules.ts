import type { Plugin } from 'vite';

/** A plugin that notes which modules the bundles hold, and what it has noted. */
export interface BundledModules {
  readonly plugin: Plugin;
  /** Addresses of the modules of which something is left in a bundle. */
  readonly noted: ReadonlySet<string>;
}

/** Notes the modules of every bundle that is written with the plugin, of workers too where they are given it. */
export function noteBundledModules(): BundledModules {
  const noted = new Set<string>();
  const plugin: Plugin = {
    name: 'note-bundled-modules',
    apply: 'build',
    generateBundle: (_, bundle) => {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(part.modules)) if (renderedLength > 0) noted.add(id);
      }
    },
  };
  return { plugin, noted };
}
