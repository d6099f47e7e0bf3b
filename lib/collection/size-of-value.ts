/** About how many bytes a value takes: characters and bytes of all that is in it. */
export function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 4;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOfValue(part), 0);
}
