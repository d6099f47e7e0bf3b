/**
 * What of a page is cut off, stands over something else, or makes the page scroll sideways, as it is laid out now: a line each. Of what
 * stands behind an open dialog nothing is said. Sent to the page as it is, so it uses nothing from outside of itself.
 */
export function layoutFaults(): string[] {
  const root = document.documentElement;
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  const dialogs = document.querySelectorAll('dialog[open]');
  const scope = dialogs[dialogs.length - 1] ?? document.body;
  const faults = new Set<string>();
  const slack = 1.5;

  const nameOf = (element: Element): string => {
    const own = element.closest<HTMLElement>('[data-testid]')?.dataset['testid'] ?? '';
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    return `${element.tagName.toLowerCase()} [${own}] ${words.slice(0, 24)}`;
  };
  /** What a function says of an element, asked once: nothing changes while a layout is looked at, and texts share what they stand in. */
  const remembered = <T>(ask: (element: Element) => T): ((element: Element) => T) => {
    const known = new Map<Element, T>();
    return (element) => {
      const before = known.get(element);
      if (before !== undefined || known.has(element)) return before as T;
      const answer = ask(element);
      known.set(element, answer);
      return answer;
    };
  };
  const styleOf = remembered((element) => {
    const { display, fontSize, overflowX, overflowY, position, textOverflow, writingMode } = getComputedStyle(element);
    return { display, fontSize, overflowX, overflowY, position, textOverflow, writingMode };
  });
  const boxOf = remembered((element) => element.getBoundingClientRect());
  /** What an element stands in, from within, up to the document's root, which is left out. */
  const upward = remembered((element): readonly Element[] => {
    const parent = element.parentElement;
    return parent === null || parent === root ? [] : [parent, ...upward(parent)];
  });
  const isShown = remembered((element): boolean => {
    const { width, height } = boxOf(element);
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  });
  /** The box that holds an element in its place over the page, if any: two of them may meet. */
  const layerOf = remembered((element): Element | null => {
    if (['fixed', 'sticky'].includes(styleOf(element).position) || element.matches('[popover]')) return element;
    const parent = element.parentElement;
    return parent === null || parent === root ? null : layerOf(parent);
  });
  const isWiderInside = remembered(
    (one) => /auto|scroll/.test(styleOf(one).overflowX) && one.scrollWidth > one.clientWidth,
  );
  const scrollsSideways = (element: Element): boolean => upward(element).some(isWiderInside);
  /** The boxes that scroll and hold an element. */
  const scrolling = remembered((element) =>
    upward(element).filter((one) => /auto|scroll/.test(styleOf(one).overflowY)),
  );

  /** What a box that scrolls shows no part of, at a point. */
  const isScrolledAway = (element: Element, y: number): boolean =>
    scrolling(element).some((one) => y < boxOf(one).top || y > boxOf(one).bottom);

  /** What of a line is in sight: boxes that scroll cut off the rest. */
  const seenPart = (element: Element, { left, right, top, bottom }: DOMRect): DOMRect => {
    let [from, to] = [top, bottom];
    for (const one of scrolling(element))
      [from, to] = [Math.max(from, boxOf(one).top), Math.min(to, boxOf(one).bottom)];
    return new DOMRect(left, from, right - left, Math.max(0, to - from));
  };

  if (root.scrollWidth > root.clientWidth)
    faults.add(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);

  const controls = [...scope.querySelectorAll('a[href], button, input, select, textarea, summary, [role=slider]')];
  const shown = controls.filter((element) => isShown(element) && !element.closest('.visually-hidden'));
  for (const element of shown) {
    const { left, right, top, bottom } = element.getClientRects()[0] ?? boxOf(element);
    if ((left < -slack || right > innerWidth + slack) && !scrollsSideways(element))
      faults.add(`cut off: ${nameOf(element)}`);
    // A link that goes over lines is where its first line is; one whose row is its target is as large as the row.
    const whole =
      getComputedStyle(element, '::after').position === 'absolute' ? (element as HTMLElement).offsetParent : null;
    const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (top + bottom) / 2];
    const least = 23.5;
    const target = boxOf(element.closest('label') ?? whole ?? element);
    const inLine = styleOf(element).display === 'inline' || element.matches('[role=slider]');
    if (!inLine && (target.width < least || target.height < least))
      faults.add(`small target, ${Math.round(target.width)} by ${Math.round(target.height)}: ${nameOf(element)}`);
    if (y < 0 || y > innerHeight || isScrolledAway(element, y)) continue;
    const hit = document.elementFromPoint(x, y);
    const fits =
      hit === null || element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element);
    if (!fits && layerOf(hit) === layerOf(element) && scope.contains(hit))
      faults.add(`${nameOf(hit)} covers ${nameOf(element)}`);
  }

  interface Text {
    readonly element: Element;
    readonly lines: readonly DOMRect[];
    readonly layer: Element | null;
    /** What holds all its lines. */
    readonly top: number;
    readonly bottom: number;
  }
  const texts: Text[] = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === '' || !isShown(element)) continue;
    if (element.closest('.visually-hidden, option, [aria-hidden=true], svg, .essay')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 1 || scrollsSideways(element) || isScrolledAway(element, box.top)) continue;
    const style = styleOf(element);
    if (box.right > innerWidth + slack || box.left < -slack) {
      const shortened = [element, ...upward(element)].some((one) => {
        const { overflowX, textOverflow } = styleOf(one);
        return overflowX !== 'visible' && textOverflow === 'ellipsis';
      });
      if (!shortened) faults.add(`text cut off: ${nameOf(element)}`);
    }
    for (const one of [element, ...upward(element)]) {
      const { overflowX, textOverflow, position } = styleOf(one);
      if (overflowX !== 'visible') {
        const edge = boxOf(one);
        if (/hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && box.right > edge.right + slack)
          faults.add(`text clipped: ${nameOf(element)}`);
        break;
      }
      if (position === 'fixed' || one === scope) break;
    }
    const control = element.closest('button, .button, summary, th, legend');
    const own = control ? boxOf(control) : undefined;
    if (own && style.overflowX === 'visible' && (box.right > own.right + slack || box.left < own.left - slack))
      faults.add(`text stands out of ${nameOf(control ?? element)}`);
    const em = Number.parseFloat(style.fontSize);
    const upright = style.writingMode === 'horizontal-tb';
    if (upright && box.width < em * 1.7 && box.height > em * 3.2) faults.add(`text on end: ${nameOf(element)}`);
    if (style.overflowX !== 'visible') continue;
    const lines = [...range.getClientRects()].map((line) => seenPart(element, line));
    const [top, bottom] = [Math.min(...lines.map((line) => line.top)), Math.max(...lines.map((line) => line.bottom))];
    texts.push({ element, lines, layer: layerOf(element), top, bottom });
  }
  for (let at = 0; at < texts.length; at += 1)
    for (let next = at + 1; next < texts.length; next += 1) {
      const [one, other] = [texts[at], texts[next]];
      // Most stand above or below each other as wholes: nothing more is asked of those.
      if (!one || !other || Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) <= 6) continue;
      if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element))
        continue;
      const meet = one.lines.some((a) =>
        other.lines.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6,
        ),
      );
      if (meet) faults.add(`${nameOf(one.element)} stands over ${nameOf(other.element)}`);
    }
  return [...faults];
}
