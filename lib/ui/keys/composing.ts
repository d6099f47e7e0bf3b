/** What browsers give as `keyCode` for a key that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * True for an event of a word that is being composed. Safari tells the Enter that ends a composition after its end, and some input
 * methods tell nothing of it at all: both give the key code that is kept for them (UI Events, section 9.3).
 */
export const isComposing = (event: Event): boolean =>
  ('isComposing' in event && event.isComposing === true) ||
  ('keyCode' in event && event.keyCode === TAKEN_BY_INPUT_METHOD);
