/**
 * Bytes of a buffer that nobody writes to and nobody keeps. Chromium's engine collects as a whole when what stands beside its own heap grew by 64 MB since it did so last
 * (`kExternalAllocationSoftLimit` in V8); it counts a buffer when it is made, and the system gives memory for it when it is written to.
 */
const ASKED = 72 * 1024 * 1024;

/** A buffer whose memory can be given back, as browsers have them since 2023. */
type Yielding = ArrayBuffer & { readonly transfer?: (length: number) => ArrayBuffer };

/**
 * Has the browser look for all that nothing holds any more. What the database answered, and what a message brought, is held by an object of the browser until the engine
 * collects as a whole, and it goes by the size of its own heap, which is small: so every answer outlives the small collections, and the engine makes their room
 * larger again and again. It works on from time to time beside the scripts.
 */
export function letRubbishGo(): void {
  try {
    // Given back at once. Without a call of its own a press of the build would take the buffer out as one that does nothing.
    (new ArrayBuffer(ASKED) as Yielding).transfer?.(0);
  } catch {
    // Where there is no room to ask, the engine knows.
  }
}
