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
 * as one scrolls. An attachment: gives the function that stops it.
 */
export function rowsAsOneStop(list: HTMLElement): () => void {
  const held: { stop: HTMLElement | null } = { stop: null };
  const settle = (): void => {
    const rows = rowsIn(list);
    const first = rows.find((row) => row.getBoundingClientRect().bottom > 0) ?? rows[0];
    const stop = held.stop?.isConnected ? held.stop : first && controlsOf(first)[0];
    for (const row of rows) for (const one of controlsOf(row)) setStop(one, one === stop);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    held.stop = target;
    settle();
  };
  const observer = new MutationObserver(settle);
  observer.observe(list, { childList: true, subtree: true });
  list.addEventListener('focusin', onFocus);
  settle();
  return () => {
    observer.disconnect();
    list.removeEventListener('focusin', onFocus);
  };
}
