import type { Capture } from '../../lib/essay/capture.ts';
import type { Essay, Recognition } from '../../lib/essay/essay.ts';
import type { ImageProblem } from '../../lib/essay/image.ts';
import type { Outcome } from '../../lib/essay/outcome.ts';
import type { PageSummary } from '../../lib/messages/protocol.ts';
import type { OtherPage } from './other-pages.ts';

/**
 * The clipper's name in the isolated world of a frame: the background injects the file, then calls the functions by it.
 * Calls instead of messages, so that a frame needs no listener and an answer is known to come from that frame.
 */
export const CLIPPER = 'wencunClipper';

/** What the clipper does in one frame. All that it gives is JSON-safe, and is checked again by the background. */
export interface Clipper {
  /** What kind of document the frame shows: quick, for choosing among frames. */
  survey(): Promise<FrameSurvey>;
  /** The essay as the popup shows it before it is kept; null when there is nothing to read. */
  summarise(): Promise<PageSummary | null>;
  /** The whole essay with its original; `anyway` also where it is not recognised. */
  take(anyway: boolean): Promise<Outcome<Clip, ClipProblem>>;
  /** The bytes of an image, base64, as far as the page may have it. */
  fetchImage(address: string): Promise<Outcome<string, ImageProblem>>;
}

export interface FrameSurvey {
  /** Media type of the document, e.g. `text/html`, `application/pdf`. */
  readonly contentType: string;
  /** Characters of visible and invisible text, white space apart; 0 for a frameset. */
  readonly length: number;
  /** The essay's address before archiving: that of its first page. */
  readonly originalUrl: string;
  readonly recognition: Recognition;
  /** Where the frame stands: its place among the frames of each frame that holds it, from the page down; none for the page. */
  readonly path: readonly number[];
}

/** `failed`: something that nobody foresaw, in its own words, since browsers carry no error over. */
export type ClipProblem = 'nothing-to-keep' | 'too-large' | 'failed';

/** An essay on its way from a frame to the background. */
export interface Clip {
  readonly essay: Essay;
  readonly capture: Omit<Capture, 'takenAt' | 'sha256' | 'byteLength'>;
  /** The original bytes, base64: what can be handed over must be JSON-safe. */
  readonly original: string;
  /** The other pages of a paginated essay that could be fetched, in order; bytes as base64 too. */
  readonly otherPages: readonly (Omit<OtherPage, 'bytes'> & { readonly bytes: string })[];
}
