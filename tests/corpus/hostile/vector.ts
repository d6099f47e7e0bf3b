/** HTML that tries to run, to load or to lead somewhere when it is shown. */
export interface HostileBody {
  /** Its kind and number: what it does names it. */
  readonly id: string;
  readonly kind: string;
  readonly html: string;
}

/** A host that nothing of ours ever asks: a request to it is the deed of a hostile body. */
export const HOSTILE_HOST = 'hostile.example';

/** What a body may use of its number: script that asks for an address when it runs, and an address that must not be asked for. */
export interface Deed {
  /** Script without blanks, double quotes and angle brackets, so that it fits into any attribute and any address. */
  readonly js: string;
  readonly url: string;
}

/** Bodies of one kind, each told what it may do. */
export function bodiesOf(kind: string, made: readonly ((deed: Deed) => string)[]): readonly HostileBody[] {
  return made.map((html, at) => {
    const id = `${kind}-${at + 1}`;
    const deed = { js: `fetch('//${HOSTILE_HOST}/ran/${id}')`, url: `http://${HOSTILE_HOST}/load/${id}` };
    return { id, kind, html: html(deed) };
  });
}
