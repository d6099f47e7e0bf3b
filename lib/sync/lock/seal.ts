const MARK = new TextEncoder().encode('WCSEAL1\n');
/** Bytes of the number that no two files share, and of the tag that AES-GCM adds (NIST SP 800-38D). */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes by which an encrypted file is longer than what is in it. */
export const SEAL_BYTES: number = MARK.byteLength + IV_BYTES + TAG_BYTES;

/** Encrypts bytes under the name that they are stored by: under another name they cannot be opened. */
export async function seal(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(wayOf(iv, name), key, bytes));
  const file = new Uint8Array(SEAL_BYTES + bytes.byteLength);
  file.set(MARK);
  file.set(iv, MARK.byteLength);
  file.set(sealed, MARK.byteLength + IV_BYTES);
  return file;
}

/** What was encrypted; null for what is torn, changed, of another name, of another key, or not encrypted at all. */
export async function openSealed(
  key: CryptoKey,
  name: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.byteLength < SEAL_BYTES || MARK.some((byte, at) => file[at] !== byte)) return null;
  const iv = file.slice(MARK.byteLength, MARK.byteLength + IV_BYTES);
  try {
    const sealed = file.subarray(MARK.byteLength + IV_BYTES);
    return new Uint8Array(await crypto.subtle.decrypt(wayOf(iv, name), key, sealed));
  } catch {
    return null;
  }
}

const wayOf = (iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
});
