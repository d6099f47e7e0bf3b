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
  /** The built extension's folder; builds it when it is first asked for. */
  readonly built: () => string;
}

/** A row of the table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly bar: string;
  readonly run: (setting: Setting) => Promise<Measured>;
}

/** A size at a scale, never nothing. */
export const sized = (full: number, scale: number): number => Math.max(1, Math.round(full * scale));

export const seconds = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} s`;
export const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
export const whole = (value: number): string => value.toLocaleString('en');
