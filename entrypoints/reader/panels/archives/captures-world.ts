import { readCapture } from '../../../../lib/queue/read-capture.ts';
import { openReaders } from '../../../../lib/reading-frame/open-readers.ts';
import type { FrameReaders } from '../../../../lib/reading-frame/readers-in-frame.ts';
import { archiveAsker } from './ask-archive.ts';
import type { CapturesWorld } from './captures.svelte.ts';

/** How this page asks archives and reads what they gave: in the reading frame, opened when it is first wanted. */
export function openCapturesWorld(): CapturesWorld {
  const held: { readers: Promise<FrameReaders> | null } = { readers: null };
  const readers = (): Promise<FrameReaders> => {
    held.readers ??= openReaders();
    return held.readers;
  };
  return {
    captures: archiveAsker.captures,
    read: async (archive, address, signal) =>
      readCapture(address, {
        fetchPage: (wanted) => archiveAsker.page(archive, wanted, signal),
        reader: (await readers()).served,
        now: () => Date.now(),
      }),
    close: () => {
      void held.readers?.then(({ close }) => close());
      held.readers = null;
    },
  };
}
