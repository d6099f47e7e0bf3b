import type { Outcome } from '../../../lib/essay/outcome.ts';
import type { ColumnOffer, StartProblem } from '../../../lib/messages/protocol.ts';

/** What the offer of a column asks of the rest of the extension. */
export interface ColumnActions {
  /** Starts the queue of the column. */
  start(job: ColumnOffer['job']): Promise<Outcome<{ readonly id: string }, StartProblem>>;
  /** True when the hosts may be read already. */
  granted(origins: readonly string[]): Promise<boolean>;
  /** Asks the reader for the hosts; only within a press. */
  grant(origins: readonly string[]): Promise<boolean>;
  pause(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  stop(id: string): Promise<void>;
}

/** The offer of a column until its queue is there. */
export function createOffering(offer: ColumnOffer, actions: ColumnActions) {
  let stage = $state<'offered' | 'starting' | 'started' | 'failed'>('offered');
  let problem = $state('');
  let granted = $state(true);
  let refused = $state(false);
  const { origins } = offer.job;

  void actions.granted(origins).then((has) => (granted = has));

  return {
    get stage() {
      return stage;
    },
    /** Machine word of why it was not started. */
    get problem() {
      return problem;
    },
    get granted() {
      return granted;
    },
    /** True when the reader was asked for the hosts and said no. */
    get refused() {
      return refused;
    },
    /**
     * Starts the queue and, in the same press, asks for what it needs. The queue first: where the browser closes the popup
     * to ask, the queue is there, and a grant lets it run.
     */
    async start(): Promise<void> {
      [stage, refused] = ['starting', false];
      const started = actions.start(offer.job);
      const asked = granted ? null : actions.grant(origins);
      try {
        const outcome = await started;
        [stage, problem] = outcome.ok ? ['started', ''] : ['failed', outcome.problem.code];
      } catch (error) {
        [stage, problem] = ['failed', error instanceof Error ? error.message : String(error)];
      }
      if (asked === null) return;
      granted = await asked.catch(() => false);
      refused = !granted;
    },
    /** Puts the column into the queue, where the reader chooses among its essays. The library asks for what it needs then. */
    async choose(onchoose: (id: string) => void): Promise<void> {
      [stage, refused] = ['starting', false];
      const outcome = await actions.start({ ...offer.job, choosing: true }).catch(() => null);
      if (outcome?.ok) onchoose(outcome.value.id);
      else [stage, problem] = ['failed', outcome?.problem.code ?? ''];
    },
  };
}
