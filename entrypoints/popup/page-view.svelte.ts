import type { Recognition } from '../../lib/essay/essay.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';
import type {
  ColumnOffer,
  ImageProgress,
  KeepProblem,
  KeptMark,
  PageProgress,
  PageState,
  PageSummary,
} from '../../lib/messages/protocol.ts';

/** A page whose text could be read. */
export interface ReadablePage {
  readonly recognised: boolean;
  readonly recognition: Recognition;
  readonly summary: PageSummary | null;
  readonly kept: KeptMark | null;
}

/** What the popup shows of the page at hand. `page` stays in sight while it is worked on. */
export type PageView =
  | { readonly is: 'looking' }
  | { readonly is: 'recognised' | 'not-an-essay'; readonly page: ReadablePage }
  | { readonly is: 'working'; readonly page: ReadablePage; readonly progress?: PageProgress }
  | { readonly is: 'kept'; readonly page: ReadablePage; readonly kept: KeptMark }
  | { readonly is: 'cannot-be-read'; readonly reason: (PageState & { state: 'cannot-be-read' })['reason'] }
  | { readonly is: 'failed'; readonly code: string; readonly page: ReadablePage | null };

/** What the page's view asks of the background. */
export interface PageActions {
  describe(): Promise<PageState>;
  /** `evenPrivate`: the reader was told that the window is private, and keeps the page all the same. */
  keep(anyway: boolean, evenPrivate: boolean): Promise<Outcome<KeptMark, KeepProblem>>;
  /** The column that the page lists, null when it is none. */
  offer(): Promise<ColumnOffer | null>;
  /** Calls back when a page of a paginated essay is about to be read. */
  onProgress?(tell: (progress: PageProgress) => void): void;
  /** Calls back as the images of the essay come in that was kept. */
  onImages?(tell: (progress: ImageProgress) => void): void;
}

/** How long the background may look at a page, in milliseconds: its own limits end before, unless the database is held up. */
const LOOKING = 20_000;

/** The view of the page at hand, and the two things that can be done with it. */
export function createPageView(actions: PageActions) {
  let view = $state.raw<PageView>({ is: 'looking' });
  let offer = $state.raw<ColumnOffer | null>(null);
  let images = $state.raw<ImageProgress | null>(null);
  actions.onImages?.((progress) => {
    images = progress;
  });
  actions.onProgress?.((progress) => {
    if (view.is === 'working') view = { is: 'working', page: view.page, progress };
  });

  async function look(): Promise<void> {
    view = { is: 'looking' };
    try {
      const state = await withinLimit(actions.describe());
      // Asked for before anything is shown: a page that lists a column is not called no essay first.
      if (state.state === 'not-an-essay') offer = await withinLimit(actions.offer()).catch(() => null);
      view = viewOf(state);
    } catch (error) {
      view = { is: 'failed', code: wordsOf(error), page: null };
    }
  }

  async function keep(page: ReadablePage): Promise<void> {
    const evenPrivate = view.is === 'failed' && view.code === 'private-window';
    view = { is: 'working', page };
    images = null;
    try {
      const outcome = await actions.keep(!page.recognised, evenPrivate);
      view = outcome.ok
        ? { is: 'kept', page: { ...page, kept: outcome.value }, kept: outcome.value }
        : { is: 'failed', code: outcome.problem.code, page };
    } catch (error) {
      view = { is: 'failed', code: wordsOf(error), page };
    }
  }

  return {
    get view(): PageView {
      return view;
    },
    /** How far the images are of the essay that was kept; null before the first, and where there are none. */
    get images(): ImageProgress | null {
      return images;
    },
    /** The column that the page lists, null when it is none. */
    get offer(): ColumnOffer | null {
      return offer;
    },
    look,
    keep,
  };
}

function viewOf(state: PageState): PageView {
  if (state.state === 'cannot-be-read') return { is: 'cannot-be-read', reason: state.reason };
  const page: ReadablePage = {
    recognised: state.state === 'recognised',
    recognition: state.recognition,
    summary: state.summary,
    kept: state.kept,
  };
  return page.kept ? { is: 'kept', page, kept: page.kept } : { is: state.state, page };
}

/** Rejects with the word `no-answer` when it takes too long. */
function withinLimit<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no-answer')), LOOKING);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
