/** The share of a screen that a key turns: a column or two stays in sight. */
const SCREEN = 0.9;

/** The share that an arrow moves. */
const STEP = 0.15;

/** Keys of a text that goes on to the left, by how much of a screen each turns; end and beginning are as far as it goes. */
const keys: Readonly<Record<string, number>> = {
  PageDown: SCREEN,
  PageUp: -SCREEN,
  ' ': SCREEN,
  ArrowLeft: STEP,
  ArrowRight: -STEP,
  End: Number.MAX_SAFE_INTEGER,
  Home: -Number.MAX_SAFE_INTEGER,
};

/** Lets keys and wheel turn a text that is set in vertical lines, wherever in the page the focus is. Gives the function that stops it. */
export function turnPages(body: HTMLElement): () => void {
  const by = (left: number): boolean => {
    const before = body.scrollLeft;
    body.scrollBy({ left: Math.max(-body.scrollWidth, Math.min(body.scrollWidth, left)) });
    return body.scrollLeft !== before;
  };
  const onKey = (event: KeyboardEvent): void => {
    const { target, key, shiftKey } = event;
    const share = keys[key];
    if (share === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const others = `input, textarea, select, [popover], [role=slider]${key === ' ' ? ', button, a' : ''}`;
    if (target instanceof Element && target.closest(others)) return;
    if (by(-share * (key === ' ' && shiftKey ? -1 : 1) * body.clientWidth)) event.preventDefault();
  };
  /** A wheel turns downward; lines set vertically go on to the left. */
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.shiftKey || event.deltaX !== 0) return;
    if (by(-event.deltaY)) event.preventDefault();
  };
  window.addEventListener('keydown', onKey);
  body.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    window.removeEventListener('keydown', onKey);
    body.removeEventListener('wheel', onWheel);
  };
}
