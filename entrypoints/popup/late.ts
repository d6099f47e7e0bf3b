/** What every opening of the popup wants after page and list: one file with all that it needs, as the library's `late.ts` is. */
export { default as HostAccess } from '../../lib/features/keep/HostAccess.svelte';
export { default as InterruptedKeeps } from '../../lib/features/keep/InterruptedKeeps.svelte';
export { askToCopy } from '../../lib/messages/ask-to-copy.ts';
export { default as PageFields } from './PageFields.svelte';
export { default as RunningJobs } from './RunningJobs.svelte';
