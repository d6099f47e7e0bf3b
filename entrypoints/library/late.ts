/**
 * What every opening of the library wants after its first rows. It is built into one file with all that it needs: a file costs an
 * opening more than what is in it.
 */
export { checkWhenIdle } from './check-when-idle.ts';
export { fillWhenIdle } from './fill-when-idle.ts';
export { default as Notices } from './Notices.svelte';
export { default as Facets } from './side/Facets.svelte';
export { followSubscriptions } from './subscribed/follow-subscriptions.ts';
export { default as SyncLine } from './sync/SyncLine.svelte';
