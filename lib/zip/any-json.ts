/** Levels of a value that are told: what is kept here has ten at the most. */
const DEEP = 64;
/** What stands for a part that holds itself, or that is nested without end. */
const AGAIN = '…';

/**
 * The JSON of whatever a row holds, also of what JSON has no form for: a database stores circles, numbers of any length and nesting without
 * end. `form` gives a part another form first.
 */
export function anyJson(value: unknown, form: (part: unknown) => unknown = (part) => part): string {
  try {
    return JSON.stringify(value, (_, part: unknown) => form(part)) ?? '';
  } catch {
    return JSON.stringify(plainOf(value, form, [])) ?? '';
  }
}

function plainOf(value: unknown, form: (part: unknown) => unknown, within: readonly unknown[]): unknown {
  // By the value itself: its other form is made anew each time.
  const part = form(value);
  if (typeof part === 'bigint') return String(part);
  if (typeof part !== 'object' || part === null) return part;
  if (part instanceof Date) return part.toJSON();
  if (within.length >= DEEP || within.includes(value)) return AGAIN;
  const deeper = [...within, value];
  if (Array.isArray(part)) return part.map((one) => plainOf(one, form, deeper));
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, plainOf(one, form, deeper)]));
}
