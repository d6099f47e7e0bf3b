export type View = 'kept' | 'trash';

/** Where in the library one is, as the address says: which list, and the words sought. Back and forward go through it. */
export function createPlace() {
  let view = $state<View>('kept');
  let words = $state('');

  function read(): void {
    const query = new URLSearchParams(location.search);
    view = query.get('view') === 'trash' ? 'trash' : 'kept';
    words = query.get('q') ?? '';
  }

  read();

  return {
    get view(): View {
      return view;
    },
    get words(): string {
      return words;
    },
    /** Follows the browser's back and forward. Gives the function that stops it. */
    follow(): () => void {
      addEventListener('popstate', read);
      return () => removeEventListener('popstate', read);
    },
    /** Goes to a list: a step that back undoes. */
    go(to: View): void {
      history.pushState(null, '', addressOf(to, ''));
      read();
    },
    /** Seeks words in the list at hand: the same step of history, so that back does not go letter by letter. */
    seek(sought: string): void {
      history.replaceState(null, '', addressOf(view, sought));
      read();
    },
  };
}

/** The library's address for a list and words. */
export function addressOf(view: View, words: string): string {
  const query = new URLSearchParams();
  if (view === 'trash') query.set('view', 'trash');
  if (words !== '') query.set('q', words);
  return query.size === 0 ? '/library.html' : `/library.html?${query}`;
}
