/** What a measure came to. */
export interface Measured {
  /** For people, of one line. */
  readonly text: string;
  /** True when every bar that can be told from one run is met. */
  readonly met: boolean;
}

/** What a measure may use. */
export interface Setting {
  /** Share of the full size, up to 1. */
  readonly scale: number;
  /** The folder of the extension as it is built for Chrome, or for another browser; builds it when it is first asked for. */
  readonly built: (browser?: 'chrome' | 'firefox') => string;
}

/** What was counted, by names; portions of one row are added up. */
export type Counts = Readonly<Record<string, number>>;

/** A part of the times that something is done: so many, after those `from` the first. */
export interface Portion extends Setting {
  readonly times: number;
  readonly from: number;
}

interface AnyRow {
  readonly id: string;
  readonly what: string;
  readonly bar: string;
}

/** A row that is measured at once. */
export interface PlainRow extends AnyRow {
  readonly run: (setting: Setting) => Promise<Measured>;
}

/** A row that does something many times, which may be done in portions. */
export interface CountedRow extends AnyRow {
  /** How often at full size. */
  readonly times: number;
  readonly count: (portion: Portion) => Promise<Counts>;
  readonly tell: (counts: Counts) => Measured;
}

/** A row of the table. */
export type Row = PlainRow | CountedRow;

/** Two counts added up. */
export const added = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );

/** A size at a scale, never nothing. */
export const sized = (full: number, scale: number): number => Math.max(1, Math.round(full * scale));

export const seconds = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} s`;
export const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
export const whole = (value: number): string => value.toLocaleString('en');
