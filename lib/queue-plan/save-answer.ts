/** What the Wayback Machine says of a page that it was asked to save ("Save Page Now 2"). */
export type SaveAnswer =
  /** The capture is there: 14 digits, and the address that was captured, where it is told. */
  | { readonly kind: 'saved'; readonly timestamp: string; readonly address: string }
  /** It will, or does: being queued is not being saved. `job` is '' where it gave no number. */
  | { readonly kind: 'pending'; readonly job: string }
  /** It could not this time. */
  | { readonly kind: 'again'; readonly reason: string }
  /** Nothing more today. */
  | { readonly kind: 'quota'; readonly reason: string }
  /** It never will. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It wants to be left alone until then: milliseconds of 1970. */
  | { readonly kind: 'resting'; readonly until: number };

/** Error codes that name a quota of the day, or of all that is under way for the reader (clients spn2, spn-client). */
const QUOTA = /too-many-daily|daily-limit|user-session-limit|too-many-requests|session-limit|bandwidth-limit/;
/** Error codes that are the page's own, for good. */
const PERMANENT =
  /blocked|not-found|forbidden|no-access|unauthori[sz]ed|gone|invalid|cannot-fetch|filesize-limit|ftp|not-implemented|http-version|method-not-allowed|bad-request|payment-required|precondition|redirect/;

/** Reads an error code of the service, e.g. `error:too-many-daily-captures`; an unforeseen one counts as passing. */
export function answerOfCode(code: string): SaveAnswer {
  const reason = `save-${code
    .replace(/^error:/, '')
    .replace(/[^\w-]+/g, '-')
    .slice(0, 60)}`;
  if (QUOTA.test(code)) return { kind: 'quota', reason };
  return PERMANENT.test(code) ? { kind: 'failed', reason } : { kind: 'again', reason };
}

/** Reads what `POST /save` or `GET /save/status/JOB` answered with; a body that says nothing counts as passing. */
export function answerOfSaveJson(body: unknown, job = ''): SaveAnswer {
  if (typeof body !== 'object' || body === null) return { kind: 'again', reason: 'save-no-answer' };
  const said = (name: string): string => {
    const value = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const timestamp = said('timestamp');
  const known = said('job_id') || job;
  if (said('status') === 'error') return answerOfCode(said('status_ext') || said('exception'));
  if (said('status') === 'success' && /^\d{14}$/.test(timestamp))
    return { kind: 'saved', timestamp, address: said('original_url') };
  if (known !== '' && /^(?:|pending|success)$/.test(said('status'))) return { kind: 'pending', job: known };
  return said('message') === '' ? { kind: 'again', reason: 'save-no-answer' } : answerOfCode(said('message'));
}
