import * as v from 'valibot';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import type { PageSummary } from '../../lib/messages/protocol.ts';
import { frameSurvey, pageSummary } from '../../lib/messages/valid-clip.ts';
import { validColumn } from '../../lib/messages/valid-queue.ts';
import { CLIPPER, type FrameSurvey } from '../clip/contract.ts';
import { COLUMN_READER, type ColumnSurvey } from '../column/contract.ts';
import { callInFrame, FRAME_PATIENCE, inject, type PresentFrame, presentFrames, within } from './frame-calls.ts';

/** A frame of a tab and what the clipper saw in it. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
  readonly survey: FrameSurvey;
}

/** The page itself, which holds all other frames. */
const TOP = 0;

/**
 * Puts the clipper into the frames of a tab, each by itself, and gives the one to read: the recognised frame with the highest
 * score, else the page itself, else (a frameset) the frame with the most text. `clicked` is the frame that the reader
 * pointed at: then it, and what it holds, stand for the tab. Frames that do not answer are left out. Fails when the browser
 * lets us read none, in its own words, or when none answers.
 */
export async function frameToRead(
  tabId: number,
  clicked: number = TOP,
): Promise<Outcome<Frame, 'no-access' | 'no-answer'>> {
  const present = await presentFrames(tabId, [...new Set([TOP, clicked])]);
  if (!present.ok) return present;
  const answered = await surveysOf(tabId, clicked, present.value);
  const own = answered.find(({ frameId }) => frameId === clicked);
  const frames = clicked === TOP ? answered : answered.filter((frame) => own && isIn(frame, own));
  const recognised = frames
    .filter(({ survey }) => survey.recognition.portal)
    .sort((a, b) => b.survey.recognition.score - a.survey.recognition.score);
  const [longest] = frames.toSorted((a, b) => b.survey.length - a.survey.length);
  const page = own && own.survey.length > 0 ? own : undefined;
  const chosen = recognised[0] ?? page ?? longest;
  return chosen === undefined ? fail('no-answer') : succeed(chosen);
}

/** True for a frame itself, and those that it holds. */
const isIn = ({ survey }: Frame, holder: Frame): boolean =>
  holder.survey.path.every((place, depth) => survey.path[depth] === place);

/**
 * What the frames show, as far as they tell: all of them, or those that have answered a second after the page (or the frame
 * that was clicked) has.
 */
async function surveysOf(tabId: number, clicked: number, present: readonly PresentFrame[]): Promise<readonly Frame[]> {
  const answered: Frame[] = [];
  const asked = present.map(async (one) => {
    const frame = await surveyOf(tabId, one);
    if (frame !== null) answered.push(frame);
  });
  const page = asked[present.findIndex(({ frameId }) => frameId === clicked)] ?? Promise.all(asked);
  const all = Promise.all(asked);
  await Promise.race([all, page.then(() => within(FRAME_PATIENCE.presence, all))]);
  return answered.toSorted((one, other) => one.frameId - other.frameId);
}

async function surveyOf(tabId: number, { frameId, hasClipper }: PresentFrame): Promise<Frame | null> {
  if (!hasClipper && !(await inject(tabId, frameId, '/clip.js'))) return null;
  const called = { tabId, frameId, injected: CLIPPER, name: 'survey', args: [], patience: FRAME_PATIENCE.survey };
  const survey = await callInFrame(called);
  return v.is(frameSurvey, survey) ? { tabId, frameId, survey } : null;
}

/** The summary of a frame's essay; null when there is nothing to read. */
export async function summaryOf(frame: Frame): Promise<PageSummary | null> {
  const answer = await callClipper(frame, 'summarise', [], FRAME_PATIENCE.summary);
  return v.is(pageSummary, answer) ? answer : null;
}

/** The column that a frame lists; null when it lists none. */
export async function columnOf({ tabId, frameId }: Frame): Promise<ColumnSurvey | null> {
  if (!(await inject(tabId, frameId, '/column.js'))) return null;
  const called = {
    tabId,
    frameId,
    injected: COLUMN_READER,
    name: 'column',
    args: [],
    patience: FRAME_PATIENCE.summary,
  };
  return validColumn(await callInFrame(called));
}

/** The frame's clip as it came over: to be validated. */
export function takeFrom(frame: Frame, anyway: boolean): Promise<unknown> {
  return callClipper(frame, 'take', [anyway], FRAME_PATIENCE.take);
}

/** An image as the frame could have it, bytes as base64: to be validated. */
export function imageFrom(frame: Frame, address: string): Promise<unknown> {
  return callClipper(frame, 'fetchImage', [address], FRAME_PATIENCE.take);
}

const callClipper = (
  { tabId, frameId }: Frame,
  name: string,
  args: readonly unknown[],
  patience: number,
): Promise<unknown> => callInFrame({ tabId, frameId, injected: CLIPPER, name, args, patience });
