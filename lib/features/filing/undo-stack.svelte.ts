import { i18n } from '#i18n';
import type { Done } from '../../collection/actions/change-rows.ts';
import type { Outcome } from '../../essay/outcome.ts';
import { undoProblem } from '../../ui/undo-words.ts';

interface Said {
  readonly text: string;
  readonly undoable: boolean;
}

/** Acts kept for undoing: more than anyone goes back, few enough to hold the rows as they were. */
const KEPT = 50;

/** The reader's acts of this visit: each is told in a toast, and undone last first. */
export function createUndoStack() {
  const done: { readonly text: string; readonly count: number; readonly undo: Done['undo'] }[] = [];
  let said = $state.raw<Said>({ text: '', undoable: false });

  const say = (text: string, undoable = false) => (said = { text, undoable });

  return {
    get said(): Said {
      return said;
    },
    say,
    clear: () => say(''),
    /** Does it, tells it in the words for how many were changed, and gives whether it succeeded. */
    async perform<Act extends Done>(
      act: () => Promise<Outcome<Act>>,
      words: (count: number, done: Act) => string,
    ): Promise<boolean> {
      const outcome = await act();
      if (!outcome.ok) {
        say(i18n.t('library.actionFailed'));
        return false;
      }
      const { count, undo } = outcome.value;
      const text = words(count, outcome.value);
      done.push({ text, count, undo });
      if (done.length > KEPT) done.shift();
      say(text, true);
      return true;
    },
    /** Takes the last act back, and tells what of it could not be. */
    async undo(): Promise<void> {
      const last = done.pop();
      if (last === undefined) return;
      const outcome = await last.undo();
      say(undoProblem(outcome, last.count) || i18n.t('library.undone', [last.text]));
    },
    /** Forgets what can no longer be undone, e.g. after the trash was emptied. */
    forget: () => done.splice(0),
  };
}

export type UndoStack = ReturnType<typeof createUndoStack>;
