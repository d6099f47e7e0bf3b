import { isComposing } from './composing.ts';

/** One thing that keys do on a page: what is listened to, and what the card of keys shows. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has them, letters in small: each of them does it. */
  readonly keys: readonly string[];
  /** What it does, in the reader's words. */
  readonly name: string;
  /** Ctrl, or Command, is held with it. */
  readonly control?: boolean;
  /** It is about the row that the focus is in: the menu of a row has it too. */
  readonly aboutRow?: boolean;
  /** It works in a box of text as well. */
  readonly typing?: boolean;
  /** Does it; false where there was nothing to do, so that the key is the browser's. */
  readonly run: (event: KeyboardEvent) => boolean | undefined;
}

/**
 * Does what a table of keys says. Nothing happens while a word is composed, while a dialog asks, or where another listener has
 * dealt with the key. `letters`: whether keys that type something are listened to:
 * the reader may turn them off, since a voice or a hand that slips types too (WCAG 2.1.4).
 */
export function listenTo(table: () => readonly Shortcut[], letters: () => boolean): (event: KeyboardEvent) => void {
  return (event) => {
    if (isComposing(event) || event.defaultPrevented || event.altKey || asks(event.target)) return;
    const typing = isTyping(event.target);
    const fits = (key: Shortcut): boolean =>
      key.keys.includes(keyOf(event)) &&
      (key.control ?? false) === (event.ctrlKey || event.metaKey) &&
      !(key.control && event.shiftKey) &&
      (!typing || (key.typing === true && (key.control === true || event.key.length > 1))) &&
      (letters() || event.key.length > 1 || key.control === true);
    if (table().find(fits)?.run(event)) event.preventDefault();
  };
}

/** A dialog takes the keys of the whole page, one that opens over a part of it those that are pressed in it. */
const asks = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest('[role=dialog]') !== null);

/** Letters stand in the table in small, whatever Caps Lock says. */
const keyOf = ({ key }: KeyboardEvent): string => (key.length === 1 ? key.toLowerCase() : key);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
