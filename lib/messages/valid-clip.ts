import * as v from 'valibot';
import type { Keeping } from '../collection/keep/keep-request.ts';
import {
  essayFields,
  essayKind,
  essayShape,
  fieldText,
  pageAddress,
  partialMoment,
  recognitionShape,
  type ShapeOf,
} from '../collection/shapes.ts';
import { standingOf } from '../collection/standing.ts';
import { bytesOfBase64 } from '../essay/base64.ts';
import type { ClaimedOrigin, Essay } from '../essay/essay.ts';
import { type ImageProblem, imageLimits, imageProblems } from '../essay/image.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import type { PageSummary } from './protocol.ts';

/*
 * What comes from a content script is checked again here, since a page shares its process with it.
 * Types, sizes and addresses are checked. The HTML is not: the background of Chrome has no DOM to sanitise with, so
 * lib/dom/sanitise.ts cleans it once when it is read and again whenever it is shown.
 */

/** Base64 of 20 MB, and some. */
const ORIGINAL = 28_000_000;

/** Pages of one essay, the one at hand among them: as many as are ever joined. */
const PAGES = 50;

const charset = v.pipe(v.string(), v.maxLength(40));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Frames within frames: browsers stop far below this. */
const DEEPEST = 100;

/** What the clipper saw in one frame. */
export const frameSurvey = v.strictObject({
  contentType: fieldText,
  length: count,
  originalUrl: fieldText,
  recognition: recognitionShape,
  path: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(-1))), v.maxLength(DEEPEST)),
});

/** An essay as the popup shows it before it is kept. */
export const pageSummary = v.strictObject({
  ...essayFields,
  kind: essayKind,
  originalUrl: pageAddress,
  archive: v.nullable(v.strictObject({ name: fieldText, capturedAt: v.nullable(partialMoment) })),
  claim: v.nullable(fieldText),
  doubts: count,
  length: count,
} satisfies ShapeOf<PageSummary>);

const clip = v.strictObject({
  essay: essayShape,
  capture: v.strictObject({
    pageUrl: pageAddress,
    charset,
    originalForm: v.picklist(['served', 'serialised', 'file']),
    rulesVersion: count,
  }),
  original: v.pipe(v.string(), v.maxLength(ORIGINAL)),
  otherPages: v.pipe(
    v.array(
      v.strictObject({
        address: pageAddress,
        charset,
        bytes: v.pipe(v.string(), v.maxLength(ORIGINAL)),
      }),
    ),
    v.maxLength(PAGES),
  ),
});

/** A recognition as it was sent, or null when it is none. */
export const validRecognition = (sent: unknown) => (v.is(recognitionShape, sent) ? sent : null);

/** Base64 of the largest image. */
const IMAGE = Math.ceil(imageLimits.bytes / 3) * 4;

const imageOutcome = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.pipe(v.string(), v.maxLength(IMAGE)) }),
  v.strictObject({ ok: v.literal(false), problem: v.strictObject({ code: v.picklist(imageProblems) }) }),
]);

/** What the clipper sent of an image; `unreachable` when that is nothing, or no such thing. */
export function validImage(sent: unknown): Outcome<Uint8Array<ArrayBuffer>, ImageProblem> {
  if (!v.is(imageOutcome, sent)) return fail('unreachable');
  if (!sent.ok) return fail(sent.problem.code);
  const bytes = bytesOfBase64(sent.value);
  return bytes === null ? fail('unreachable') : succeed(bytes);
}

/** The clipper's own outcome: a clip, or why there is none. */
const clipOutcome = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: clip }),
  v.strictObject({
    ok: v.literal(false),
    problem: v.strictObject({ code: fieldText, detail: v.exactOptional(fieldText) }),
  }),
]);

/**
 * What the clipper sent, made ready to keep. The detail of `invalid` names the first part that is wrong, or what the
 * clipper failed of.
 */
export function validClip(sent: unknown, takenAt: string): Outcome<Keeping, 'invalid' | 'nothing-to-keep'> {
  const result = v.safeParse(clipOutcome, sent);
  if (!result.success) return fail('invalid', v.getDotPath(result.issues[0]) ?? result.issues[0].message);
  if (!result.output.ok) {
    const { code, detail } = result.output.problem;
    return fail(code === 'nothing-to-keep' ? code : 'invalid', detail ?? code);
  }
  const { essay, capture, original, otherPages } = result.output.value;
  const bytes = bytesOfBase64(original);
  if (bytes === null) return fail('invalid', 'value.original');
  const others = otherPages.flatMap((page) => {
    const decoded = bytesOfBase64(page.bytes);
    return decoded === null ? [] : [{ ...page, bytes: decoded }];
  });
  if (others.length < otherPages.length) return fail('invalid', 'value.otherPages');
  return succeed({
    essay: withOwnOrigin(essay, capture.pageUrl),
    capture: { ...capture, takenAt },
    original: bytes,
    otherPages: others,
  });
}

/** A clipper that a page has got hold of may say that its essay is another site's: then it is its own page's, and that is a claim. */
function withOwnOrigin(essay: Essay, pageUrl: string): Essay {
  const { originalUrl, archivedCopy, provenance } = essay;
  if (standingOf({ pageUrl, originalForm: 'served' }, originalUrl) > 0) return essay;
  const claim: ClaimedOrigin = {
    originalUrl,
    archive: archivedCopy?.archive ?? '',
    capturedAt: archivedCopy?.capturedAt ?? null,
  };
  return { ...essay, originalUrl: pageUrl, archivedCopy: null, provenance: { ...provenance, claim } };
}
