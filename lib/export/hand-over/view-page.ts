import type { PageChoices } from './page-choices.ts';
import type { PageSearch } from './search-in-page.ts';

/**
 * Makes a list with a search beside the essays of a handed-over library. Its source is written into the page as it stands here: it may
 * name nothing outside of itself, and it writes text, never HTML.
 */
export function viewPage(search: PageSearch, { say, onLanguage, controls }: PageChoices): void {
  const root = document.documentElement;
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, of: string): HTMLElementTagNameMap[Name] => {
    const element = document.createElement(name);
    element.className = of;
    return element;
  };
  const contents = document.querySelector<HTMLElement>('#contents');
  const read = document.querySelector<HTMLElement>('#read');
  const list = contents?.querySelector('ol');
  if (!contents || !read || !list) return;
  /** Texts that follow the language. */
  const spoken = (element: HTMLElement, word: string): void => {
    const speak = (): void => {
      element.textContent = say(word);
    };
    onLanguage(speak);
    speak();
  };

  const entries = [...list.children].flatMap((item, order) => {
    const link = item.querySelector('a');
    const essay = document.getElementById((link?.getAttribute('href') ?? '').slice(1));
    if (!(item instanceof HTMLElement) || !link || !essay) return [];
    const { author = '', date = '', school = '' } = item.dataset;
    const passage = make('small', 'passage');
    link.append(passage);
    return [
      { item, link, essay, order, passage, author, date, school, title: link.querySelector('.t')?.textContent ?? '' },
    ];
  });
  type Entry = (typeof entries)[number];
  const state = { found: entries as readonly Entry[], open: null as Entry | null, turn: 0, composing: false };

  const box = make('input', 'box');
  box.type = 'search';
  const select = (label: string, options: readonly (readonly [value: string, text: string, word: boolean])[]) => {
    const element = make('select', '');
    const speak = (): void => {
      element.setAttribute('aria-label', say(label));
      for (const option of element.options)
        if (option.dataset['word'] !== undefined) option.textContent = say(option.dataset['word']);
    };
    for (const [value, text, word] of options) {
      const option = make('option', '');
      option.value = value;
      if (word) option.dataset['word'] = text;
      else option.textContent = text;
      element.append(option);
    }
    onLanguage(speak);
    speak();
    element.addEventListener('change', () => void find());
    return element;
  };
  const valuesOf = (of: (entry: Entry) => string) =>
    [...new Set(entries.map(of))]
      .filter((value) => value !== '')
      .sort()
      .map((value) => [value, value, false] as const);
  const school = select('学校', [['', '全部学校', true], ...valuesOf((entry) => entry.school)]);
  const year = select('发布日期', [['', '全部年份', true], ...valuesOf(({ date }) => date.slice(0, 4))]);
  const order = select('排序', [
    ['order', '原有顺序', true],
    ['date', '按日期', true],
    ['title', '按题名', true],
    ['author', '按作者', true],
  ]);
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const tools = make('div', 'tools');
  tools.setAttribute('role', 'search');
  tools.append(box, school, year, order);
  list.before(tools, status);

  const bar = make('div', 'bar');
  const back = make('button', 'back');
  back.type = 'button';
  spoken(back, '‹ 目录');
  bar.append(back, ...controls);
  const empty = make('p', 'empty');
  spoken(empty, '请选择一篇文章');
  const next = make('nav', 'next');
  read.prepend(bar, empty);
  read.append(next);

  /** Folded texts alone: the texts themselves stand in the page, and of few of them a passage is shown. */
  const texts = new Map<Entry, string>();
  /** Title, facts but for the last, text and note, found by going along the article: selectors would look through the whole of it. */
  const textOf = ({ title, essay }: Entry): string => {
    const facts: string[] = [];
    const words: string[] = [];
    for (const part of essay.firstElementChild?.children ?? []) {
      if (part.tagName !== 'HEADER' && part.tagName !== 'FOOTER') words.push(part.textContent ?? '');
      else
        for (const fact of part.lastElementChild?.children ?? [])
          if (fact.tagName === 'DD') facts.push(fact.textContent ?? '');
    }
    return [title, ...facts.slice(0, -1), ...words].join('\n').replace(/\s+/g, ' ');
  };
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  /** Milliseconds of work after which the page gets to draw and answer, and between two times that it says how far it is: to draw it takes its time. */
  const [slice, saying] = [40, 250];
  /** Folds the texts once, in slices; false when another search was begun meanwhile. */
  const prepare = async (mine: number): Promise<boolean> => {
    let since = performance.now();
    let said = since;
    for (const entry of entries) {
      if (!texts.has(entry)) texts.set(entry, search.fold(textOf(entry)));
      if (performance.now() - since < slice) continue;
      if (performance.now() - said > saying) {
        status.textContent = `${say('正在准备检索')} ${Math.floor((100 * texts.size) / entries.length)}%`;
        said = performance.now();
      }
      await turn();
      if (mine !== state.turn) return false;
      since = performance.now();
    }
    return true;
  };

  /** Passages shown at most: the list is read from its top. */
  const mostPassages = 200;
  const showPassage = (entry: Entry, words: readonly string[], shown: boolean): void => {
    const parts = shown && words.length > 0 ? search.passage(textOf(entry), words) : null;
    if (parts === null && entry.passage.firstChild === null) return;
    entry.passage.replaceChildren(
      ...(parts ?? []).map(({ text: words, hit }) => {
        const element = document.createElement(hit ? 'mark' : 'span');
        element.textContent = words;
        return element;
      }),
    );
  };
  const compare: Readonly<Record<string, (one: Entry, other: Entry) => number>> = {
    order: (one, other) => one.order - other.order,
    date: (one, other) => (one.date || '9').localeCompare(other.date || '9'),
    title: (one, other) => one.title.localeCompare(other.title, 'zh-CN'),
    author: (one, other) => (one.author || '\uffff').localeCompare(other.author || '\uffff', 'zh-CN'),
  };
  const orders = new Map<string, readonly Entry[]>();
  /** All entries in an order, worked out once. */
  const inOrder = (name: string): readonly Entry[] => {
    const by = compare[name] ?? (() => 0);
    const sorted = orders.get(name) ?? [...entries].sort((one, other) => by(one, other) || one.order - other.order);
    orders.set(name, sorted);
    return sorted;
  };
  const tell = (): void => {
    const count = new Intl.NumberFormat(root.lang).format(state.found.length);
    const narrowed = state.found.length < entries.length;
    status.textContent = state.found.length === 0 ? say('没有找到') : say(narrowed ? '找到 $1 篇' : '共 $1 篇', count);
  };
  const find = async (): Promise<void> => {
    state.turn += 1;
    const words = search.words(box.value);
    if (words.length > 0 && !(await prepare(state.turn))) return;
    const fits = (entry: Entry): boolean =>
      (school.value === '' || entry.school === school.value) &&
      (year.value === '' || entry.date.slice(0, 4) === year.value) &&
      words.every((word) => texts.get(entry)?.includes(word));
    state.found = inOrder(order.value).filter(fits);
    // What was not found is taken out, not hidden: to hide thousands of lines one by one takes the browser seconds.
    list.replaceChildren(...state.found.map(({ item }) => item));
    for (const [at, entry] of state.found.entries()) showPassage(entry, words, at < mostPassages);
    tell();
    markHits();
    showNext();
  };

  /** Marks the words sought in the essay at hand, where the browser can without changing the page. */
  const markHits = (): void => {
    if (typeof Highlight === 'undefined') return;
    const words = search.words(box.value);
    const ranges: Range[] = [];
    const walker = state.open && document.createTreeWalker(state.open.essay, NodeFilter.SHOW_TEXT);
    for (let node = walker?.nextNode(); node && words.length > 0 && ranges.length < 2000; node = walker?.nextNode()) {
      const folded = search.fold(node.textContent ?? '');
      for (const word of words)
        for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
    }
    CSS.highlights.set('hits', new Highlight(...ranges));
  };

  const showNext = (): void => {
    const at = state.open === null ? -1 : state.found.indexOf(state.open);
    const links = [
      { entry: state.found[at - 1], word: '上一篇' },
      { entry: state.found[at + 1], word: '下一篇' },
    ].map(({ entry, word }) => {
      const link = make('a', '');
      if (at < 0 || entry === undefined) return make('span', '');
      link.href = `#${entry.essay.id}`;
      link.textContent = `${say(word)} ${entry.title}`;
      return link;
    });
    next.replaceChildren(...links);
  };

  /** Labels of an essay in the language spoken: their Chinese words are remembered the first time. */
  const label = (entry: Entry): void => {
    for (const element of entry.essay.querySelectorAll<HTMLElement>('.facts dt, [data-word]')) {
      element.dataset['word'] ??= element.textContent ?? '';
      element.textContent = say(element.dataset['word']);
    }
    // What leads away leaves the library where it is.
    for (const link of entry.essay.querySelectorAll('a')) Object.assign(link, { target: '_blank', rel: 'noreferrer' });
  };
  const show = (focus: boolean): void => {
    const entry = entries.find(({ essay }) => `#${essay.id}` === location.hash) ?? null;
    state.open?.essay.classList.remove('open');
    state.open?.link.removeAttribute('aria-current');
    state.open = entry;
    root.classList.toggle('reading', entry !== null);
    empty.hidden = entry !== null;
    showNext();
    if (entry === null) return;
    label(entry);
    entry.essay.classList.add('open');
    entry.link.setAttribute('aria-current', 'page');
    markHits();
    const heading = entry.essay.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    scrollTo(0, 0);
    if (focus) heading?.focus({ preventScroll: true });
  };

  back.addEventListener('click', () => {
    const { open } = state;
    history.pushState(null, '', location.pathname + location.search);
    show(false);
    open?.link.focus();
  });
  read.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || !target.classList.contains('copy')) return;
    await navigator.clipboard.writeText(target.parentElement?.querySelector('pre')?.textContent ?? '').catch(() => {});
    target.textContent = say('已复制');
  });
  onLanguage(() => {
    box.placeholder = say('检索全文');
    box.setAttribute('aria-label', say('检索全文'));
    tell();
    showNext();
    if (state.open) label(state.open);
  });
  box.placeholder = say('检索全文');
  box.setAttribute('aria-label', say('检索全文'));
  for (const element of contents.querySelectorAll<HTMLElement>('[data-word]'))
    spoken(element, element.dataset['word'] ?? '');
  // Letters of a word that is being composed are not sought yet.
  box.addEventListener('compositionstart', () => {
    state.composing = true;
  });
  box.addEventListener('compositionend', () => {
    state.composing = false;
    void find();
  });
  box.addEventListener('input', () => void (state.composing || find()));
  addEventListener('hashchange', () => show(true));
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.ctrlKey || event.metaKey || event.altKey || typing || event.key !== '/') return;
    event.preventDefault();
    if (root.classList.contains('reading') && back.offsetParent !== null) back.click();
    box.focus();
  });
  document.body.prepend(contents);
  tell();
  show(false);
}
