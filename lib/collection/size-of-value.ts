/** About how many bytes a value takes: characters and bytes of all that is in it, each once, however it is nested. */
export function sizeOfValue(value: unknown): number {
  const [seen, left]: [Set<unknown>, unknown[]] = [new Set(), [value]];
  let size = 0;
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part === 'string') size += part.length;
    else if (ArrayBuffer.isView(part)) size += part.byteLength;
    else if (typeof part !== 'object' || part === null) size += 4;
    else if (!seen.has(part)) {
      seen.add(part);
      for (const one of Object.values(part)) left.push(one);
    }
  }
  return size;
}
