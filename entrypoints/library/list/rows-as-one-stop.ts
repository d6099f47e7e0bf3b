import { oncePerFrame } from '../../../lib/ui/keys/once-per-frame.ts';

/** What in a row can hold the focus: its title first, since that is where one comes in. */
const controls = 'a[href], button, input, select';

const rowsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-row]')];

/** The controls of a row from its title on. */
export const controlsOf = (row: Element): HTMLElement[] => {
  const all = [...row.querySelectorAll<HTMLElement>(controls)].filter((one) => !one.matches(':disabled'));
  const title = all.findIndex((one) => one.matches('[data-open]'));
  return title < 0 ? all : [...all.slice(title, title + 1), ...all.slice(0, title), ...all.slice(title + 1)];
};

const setStop = (one: HTMLElement, stop: boolean): void => {
  const index = stop ? 0 : -1;
  if (one.getAttribute('tabindex') !== String(index)) one.tabIndex = index;
};

/**
 * Makes a list of rows one Tab stop: the control that held the focus last, else the title of the first row in sight. Rows come and go
 * as one scrolls: one that goes with the focus leaves it to the first in sight, and while none has come, the list itself holds their
 * place. An attachment: gives the function that stops it.
 */
export function rowsAsOneStop(list: HTMLElement): () => void {
  const held = { stop: null as HTMLElement | null, focus: false };
  const settle = (): void => {
    const rows = rowsIn(list);
    const first = rows.find((row) => row.getBoundingClientRect().bottom > 0) ?? rows[0];
    const stop = held.stop?.isConnected ? held.stop : first && controlsOf(first)[0];
    for (const row of rows) for (const one of controlsOf(row)) setStop(one, one === stop);
    const lost = held.focus && held.stop?.isConnected === false && document.activeElement === document.body;
    const wanted = lost || document.activeElement === list;
    if (wanted) stop?.focus({ preventScroll: true });
    if (stop !== undefined && (!wanted || document.activeElement === stop)) {
      list.removeAttribute('tabindex');
      return;
    }
    setStop(list, true);
    if (lost) list.focus({ preventScroll: true });
    // A row that is being measured is hidden for a frame, and takes no focus.
    if (stop !== undefined) requestAnimationFrame(settle);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    // The heads of a table are no stop of their own: one comes to them from the first row.
    if (!(target instanceof HTMLElement) || target.closest('[data-row]') === null) return;
    Object.assign(held, { stop: target, focus: true });
    settle();
  };
  const onLeave = ({ target }: FocusEvent): void =>
    // Some browsers tell of it before a control is taken away, too.
    queueMicrotask(() => {
      if (target instanceof HTMLElement && target.isConnected && document.activeElement !== target)
        held.focus = list.contains(document.activeElement);
    });
  const soon = oncePerFrame(settle);
  // The focus is looked after at once: a key may be on its way.
  const onRows = (): void => {
    if (held.focus || document.activeElement === list) settle();
    else soon.ask();
  };
  const observer = new MutationObserver(onRows);
  observer.observe(list, { childList: true, subtree: true });
  list.addEventListener('focusin', onFocus);
  list.addEventListener('focusout', onLeave);
  settle();
  return () => {
    soon.stop();
    observer.disconnect();
    list.removeEventListener('focusin', onFocus);
    list.removeEventListener('focusout', onLeave);
  };
}
