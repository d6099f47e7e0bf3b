import { sha256Hex } from '../essay/fixity.ts';

/** The digest of a text, SHA-256 in hex. */
export const textDigest = (text: string): Promise<string> => sha256Hex(new TextEncoder().encode(text));
