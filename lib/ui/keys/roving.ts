import { oncePerFrame } from './once-per-frame.ts';

/** Which arrows go on among controls that are one Tab stop. */
export interface Roving {
  /** `row`: left and right; `column`: up and down; `all`: both. */
  readonly along: 'row' | 'column' | 'all';
  /** False leaves Home and End to the page: beside a text they are the text's, wherever the focus is. */
  readonly ends?: boolean;
}

const focusable = 'a[href], button, input, select, summary, [role=slider]';

const forward = { row: ['ArrowRight'], column: ['ArrowDown'], all: ['ArrowRight', 'ArrowDown'] } as const;
const backward = { row: ['ArrowLeft'], column: ['ArrowUp'], all: ['ArrowLeft', 'ArrowUp'] } as const;

/** Controls of text, and those that take the arrows of their own. */
const keepsArrows = 'input:not([type=checkbox], [type=radio]), textarea, [role=slider]';

/**
 * Makes the controls of an element one Tab stop, with arrows, Home and End from one to the next, as the patterns of ARIA have it
 * ("roving tabindex"). The stop is where the focus was last. An attachment: gives the function that stops it.
 */
export function roving({ along, ends = true }: Roving): (group: HTMLElement) => () => void {
  return (group) => {
    const held: { stop: Element | null } = { stop: null };
    /** What opens over the page has stops of its own. */
    const isOwn = (one: Element): boolean =>
      one.matches(focusable) && group.contains(one) && (one.closest('[popover]')?.contains(group) ?? true);
    const all = (): HTMLElement[] =>
      [...group.querySelectorAll<HTMLElement>(focusable)].filter((one) => isOwn(one) && canHoldFocus(one));
    const settle = (): void => {
      const own = all();
      const stop = own.find((one) => one === held.stop) ?? own.find(isChosen) ?? own[0];
      for (const one of own) setTabIndex(one, one === stop ? 0 : -1);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || !isOwn(target)) return;
      held.stop = target;
      settle();
    };
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!(target instanceof HTMLElement) || !isOwn(target) || target.matches(keepsArrows)) return;
      // A list of choices is opened and gone through by up and down.
      if (target.matches('select') && /^Arrow(?:Up|Down)$|^Home$|^End$/.test(key)) return;
      if (!ends && (key === 'Home' || key === 'End')) return;
      const own = all();
      const to = placeAfter(key, along, own.indexOf(target), own.length);
      if (to === null) return;
      event.preventDefault();
      own[to]?.focus();
    };
    // Whether a control is hidden is known when the page is laid out.
    const soon = oncePerFrame(settle);
    const observer = new MutationObserver(soon.ask);
    observer.observe(group, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['open', 'disabled', 'hidden'],
    });
    group.addEventListener('focusin', onFocus);
    group.addEventListener('keydown', onKey);
    soon.ask();
    return () => {
      soon.stop();
      observer.disconnect();
      group.removeEventListener('focusin', onFocus);
      group.removeEventListener('keydown', onKey);
    };
  };
}

/** The place that a key leads to; null for a key that leads nowhere, and at the ends. */
function placeAfter(key: string, along: Roving['along'], from: number, count: number): number | null {
  if (from < 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const by = forward[along].some((one) => one === key) ? 1 : backward[along].some((one) => one === key) ? -1 : 0;
  const to = from + by;
  return by === 0 || to < 0 || to >= count ? null : to;
}

/** What is the place at hand, or ticked, is where one comes in first. */
const isChosen = (one: Element): boolean => one.matches('[aria-current], [aria-pressed=true]');

/** Not what is hidden: in a closed group, or where the window is too narrow for it. */
const canHoldFocus = (one: HTMLElement): boolean => !one.matches(':disabled') && (one.checkVisibility?.() ?? true);

const setTabIndex = (one: HTMLElement, index: number): void => {
  if (one.tabIndex !== index || one.getAttribute('tabindex') === null) one.tabIndex = index;
};
