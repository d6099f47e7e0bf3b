import { anchorOfStep, keepAnchor, type Landing, takeReturn } from './way-back.ts';

/** Where the list is to stand: at the essay that was read, else where this step of history left it; null once it does. */
export function createLanding() {
  // The storage of a tab takes the browser some milliseconds when it is first asked, and holds nothing where the tab begins with this page.
  const returned = (): Landing | null =>
    history.length > 1 ? takeReturn(`${location.pathname}${location.search}`, sessionStorage) : null;
  const whereItStood = (): Landing | null => returned() ?? anchorOfStep(history.state);
  let now = $state.raw<Landing | null>(whereItStood());
  const again = (): void => {
    now = whereItStood();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) again();
  };

  return {
    get now(): Landing | null {
      return now;
    },
    /** Puts another list in the place of this one: it is to stand where this one stands. */
    hold(change: () => void): void {
      const here = keepAnchor() ? anchorOfStep(history.state) : null;
      change();
      now = here;
    },
    done: (): void => {
      now = null;
    },
    /** Follows steps of history. The list comes later than the browser would scroll it to where it was. Gives the function that stops it. */
    follow(): () => void {
      const byHand = (): void => {
        history.scrollRestoration = 'manual';
        again();
      };
      history.scrollRestoration = 'manual';
      addEventListener('popstate', byHand);
      addEventListener('pageshow', onPageShow);
      return () => {
        history.scrollRestoration = 'auto';
        removeEventListener('popstate', byHand);
        removeEventListener('pageshow', onPageShow);
      };
    },
  };
}
