/** What a stand-in archive is asked. */
export interface ArchiveRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What it answers. */
export interface ArchiveAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** An answer of text. */
export const textAnswer = (
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = { 'content-type': 'text/plain; charset=utf-8' },
): ArchiveAnswer => ({ status, headers, body: new TextEncoder().encode(body) });

/** An answer of JSON. */
export const jsonAnswer = (value: unknown, status = 200): ArchiveAnswer =>
  textAnswer(JSON.stringify(value), status, { 'content-type': 'application/json' });
