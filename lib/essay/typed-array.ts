/** Numbers packed in memory. */
type TypedArray = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** True for an array of this kind, of whatever realm it is: what a database gives may be another's. */
export const isTypedArray = (
  value: unknown,
  kind: 'Uint8Array' | 'Uint32Array' | 'Float64Array',
): value is TypedArray => Object.prototype.toString.call(value) === `[object ${kind}]`;

/** True for bytes. */
export const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => isTypedArray(value, 'Uint8Array');
