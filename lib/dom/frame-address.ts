/** What is asked of the window of a frame. */
export interface FrameView {
  readonly location: { readonly href: string };
  readonly document: { readonly baseURI: string; readonly referrer: string };
  readonly parent: FrameView;
}

/** Portals have two levels of frames, viewers another. */
const deepest = 10;
const hasAddress = (address: string): boolean => /^(?:https?|file|ftp):/i.test(address);

/**
 * The address of what a frame shows. A document that was written into its frame (`srcdoc`, `about:blank` and a script, `data:`,
 * `blob:`) has none of its own: it has that of the nearest frame around it. Where that frame lets nobody look, what the document's
 * links are relative to, or what it was opened from, tells it.
 */
export function frameAddress(frame: FrameView): string {
  let view = frame;
  for (let depth = 0; depth < deepest; depth += 1) {
    const address = readable(() => addressIn(view)) ?? '';
    if (hasAddress(address)) return address;
    const around = readable(() => view.parent);
    if (around === null || around === view) break;
    view = around;
  }
  const { baseURI, referrer } = frame.document;
  const { href } = frame.location;
  return [baseURI, referrer].find(hasAddress) ?? href;
}

function addressIn({ location: { href } }: FrameView): string {
  return href;
}

/** A frame of another origin throws when its window is read. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
