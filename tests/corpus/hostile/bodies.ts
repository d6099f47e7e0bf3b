import { addresses, handlers, scripts } from './acting.ts';
import { foreign, mutations, namespaces } from './confusing.ts';
import { clobberers, hidden, texts } from './disguised.ts';
import { loads, styles } from './loading.ts';
import type { HostileBody } from './vector.ts';

/** Hostile bodies of the kinds that public collections of such have: more than two hundred, each written here. */
export const hostileBodies: readonly HostileBody[] = [
  handlers,
  scripts,
  addresses,
  loads,
  styles,
  foreign,
  namespaces,
  mutations,
  clobberers,
  hidden,
  texts,
].flat();
