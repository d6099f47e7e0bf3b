/** One picture of a moving one. */
export interface Frame {
  /** A still WebP, as a canvas writes it. */
  readonly webp: Uint8Array;
  /** How long it stands, in milliseconds. */
  readonly milliseconds: number;
}

/** Chunks of a still that hold its pixels; the rest of it are words about them. */
const PIXELS: readonly string[] = ['ALPH', 'VP8 ', 'VP8L'];

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A number in as many bytes, lowest first. */
const little = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}

/** A chunk of RIFF: its name, its length, its bytes, even in number. */
const chunk = (name: string, bytes: Uint8Array): Uint8Array =>
  joined(ascii(name), little(bytes.length, 4), bytes, new Uint8Array(bytes.length % 2));

/** The chunks of a still that hold its pixels, as they stand. Throws where there is none. */
function pixelsOf(webp: Uint8Array): Uint8Array {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  const found: Uint8Array[] = [];
  // After `RIFF`, the length and `WEBP`.
  for (let at = 12; at + 8 <= webp.length; ) {
    const name = new TextDecoder().decode(webp.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (PIXELS.includes(name)) found.push(webp.subarray(at, end));
    at = end;
  }
  if (found.length === 0) throw new Error('This is no WebP with a picture in it.');
  return joined(...found);
}

/**
 * An animated WebP of stills of one size, which begins anew without end. As the WebP Container Specification has it: VP8X with the
 * animation bit, ANIM, and an ANMF a frame, each over the whole and without blending.
 */
export function animatedWebp(width: number, height: number, frames: readonly Frame[]): Uint8Array {
  const size = joined(little(width - 1, 3), little(height - 1, 3));
  const animation = 0b10;
  const withoutBlending = 0b10;
  const body = joined(
    ascii('WEBP'),
    chunk('VP8X', joined(little(animation, 4), size)),
    chunk('ANIM', joined(little(0xff_ff_ff_ff, 4), little(0, 2))),
    ...frames.map(({ webp, milliseconds }) =>
      chunk('ANMF', joined(little(0, 6), size, little(milliseconds, 3), little(withoutBlending, 1), pixelsOf(webp))),
    ),
  );
  return joined(ascii('RIFF'), little(body.length, 4), body);
}
