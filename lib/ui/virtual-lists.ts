import type { ComponentConstructorOptions, SvelteComponent } from 'svelte';
import type {
  VirtualizerHandle,
  VirtualizerProps,
  WindowVirtualizerHandle,
  WindowVirtualizerProps,
} from 'virtua/svelte';
import * as virtua from 'virtua/svelte';

/*
 * Virtua ships its components as source, and the native compiler of types reads no components of packages: it would take them
 * for components of any kind. Here they have the types that Virtua declares beside them.
 */

/** A list of which only the rows in sight are there, within the box that scrolls it. */
export const Virtualizer = virtua.Virtualizer as unknown as new <Row>(
  options: ComponentConstructorOptions<VirtualizerProps<Row>>,
) => SvelteComponent<VirtualizerProps<Row>> & VirtualizerHandle;

/** It asks for their number, and for each by its place. */
interface PlacesProps<Row> extends Omit<WindowVirtualizerProps<Row>, 'data'> {
  readonly data: ArrayLike<Row>;
}

/** The same for a list that the window scrolls. */
export const WindowVirtualizer = virtua.WindowVirtualizer as unknown as new <Row>(
  options: ComponentConstructorOptions<PlacesProps<Row>>,
) => SvelteComponent<PlacesProps<Row>> & WindowVirtualizerHandle;

export type { WindowVirtualizerHandle } from 'virtua/svelte';
