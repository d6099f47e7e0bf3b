import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import type { PageSummary } from '../../lib/messages/protocol.ts';
import { frameSurvey, pageSummary } from '../../lib/messages/valid-clip.ts';
import { validColumn } from '../../lib/messages/valid-queue.ts';
import { CLIPPER, type FrameSurvey } from '../clip/contract.ts';
import { COLUMN_READER, type ColumnSurvey } from '../column/contract.ts';

/** A frame of a tab and what the clipper saw in it. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
  readonly survey: FrameSurvey;
}

/**
 * Injects the clipper in the frames of a tab and gives the one to read: the recognised frame with the highest score,
 * else the page itself, else (a frameset) the frame with the most text. Fails when the browser lets us read none; the detail
 * is the browser's own words.
 */
export async function frameToRead(tabId: number): Promise<Outcome<Frame, 'no-access'>> {
  const surveyed = await surveyFrames(tabId);
  if (!surveyed.ok) return surveyed;
  const frames = surveyed.value;
  const recognised = frames
    .filter(({ survey }) => survey.recognition.portal)
    .sort((a, b) => b.survey.recognition.score - a.survey.recognition.score);
  const [longest] = frames.toSorted((a, b) => b.survey.length - a.survey.length);
  const page = frames.find(({ frameId, survey }) => frameId === 0 && survey.length > 0);
  const chosen = recognised[0] ?? page ?? longest;
  return chosen === undefined ? fail('no-access') : succeed(chosen);
}

/** The summary of a frame's essay; null when there is nothing to read. */
export async function summaryOf(frame: Frame): Promise<PageSummary | null> {
  const answer = await callClipper(frame, 'summarise', []);
  return v.is(pageSummary, answer) ? answer : null;
}

/** The column that a frame lists; null when it lists none. */
export async function columnOf(frame: Frame): Promise<ColumnSurvey | null> {
  const target = { tabId: frame.tabId, frameIds: [frame.frameId] };
  try {
    await browser.scripting.executeScript({ target, files: ['/column.js'] });
  } catch {
    return null;
  }
  return validColumn(await callIn(frame, COLUMN_READER, 'column', []));
}

/** The frame's clip as it came over: to be validated. */
export function takeFrom(frame: Frame, anyway: boolean): Promise<unknown> {
  return callClipper(frame, 'take', [anyway]);
}

/** An image as the frame could have it, bytes as base64: to be validated. */
export function imageFrom(frame: Frame, address: string): Promise<unknown> {
  return callClipper(frame, 'fetchImage', [address]);
}

async function surveyFrames(tabId: number): Promise<Outcome<readonly Frame[], 'no-access'>> {
  try {
    const target = { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: ['/clip.js'] });
    const results = await browser.scripting.executeScript({ target, func: call, args: [CLIPPER, 'survey', []] });
    const frames = results.flatMap(({ frameId, result }) =>
      v.is(frameSurvey, result) ? [{ tabId, frameId, survey: result }] : [],
    );
    return succeed(frames);
  } catch (error) {
    return fail('no-access', String(error));
  }
}

const callClipper = (frame: Frame, name: string, args: readonly unknown[]): Promise<unknown> =>
  callIn(frame, CLIPPER, name, args);

/** Calls a function of what was injected in a frame; null when the frame is gone. */
async function callIn(
  { tabId, frameId }: Frame,
  injected: string,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const results = await browser.scripting.executeScript({ target, func: call, args: [injected, name, [...args]] });
    return results[0]?.result ?? null;
  } catch {
    return null;
  }
}

/** Runs in the frame: the browser carries over its source, so it may use nothing from outside of itself. */
function call(injected: string, name: string, args: unknown[]): unknown {
  const functions = Reflect.get(globalThis, injected) as Record<string, (...args: unknown[]) => unknown> | undefined;
  return functions?.[name]?.(...args) ?? null;
}
