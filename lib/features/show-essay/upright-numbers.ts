/** Numbers of one or two digits that stand by themselves, in either width. */
const SHORT = /(?<![0-9０-９]|[0-9０-９][.．,，])[0-9０-９]{1,2}(?![0-9０-９]|[.．,，][0-9０-９])/gu;

/** Sets numbers of one or two digits upright in vertical lines, side by side in the room of one character. The text does not change. */
export function setNumbersUpright(essay: Element): void {
  const { ownerDocument: document } = essay;
  const walker = document.createTreeWalker(essay, 4 /* SHOW_TEXT */);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    // What stands in tables, and what is set small, runs as it did.
    if (node.parentElement?.closest('table, pre, code, sup, sub, ruby') === null) texts.push(node as Text);
  for (const text of texts) {
    const numbers = [...text.data.matchAll(SHORT)];
    // From the last to the first: what is split off behind leaves the places before it as they were.
    for (const { index, 0: digits } of numbers.reverse()) {
      const number = text.splitText(index);
      number.splitText(digits.length);
      const upright = document.createElement('span');
      upright.className = 'upright';
      number.replaceWith(upright);
      upright.append(number);
    }
  }
}
