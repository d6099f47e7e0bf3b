import type { Page } from '../../lib/archive/unwrapped.ts';
import { fail, type Outcome, succeed } from '../../lib/essay/outcome.ts';
import { readEssay, rulesVersion } from '../../lib/pipeline.ts';
import type { Clip, ClipProblem } from './contract.ts';
import { originalOf } from './original.ts';

/** Reads the essay of a live page, counters and scripts having run, and gets its original. */
export async function take(page: Page, anyway: boolean): Promise<Outcome<Clip, ClipProblem>> {
  const read = readEssay(page, { any: anyway });
  if (!read.ok)
    return read.problem.code === 'too-large' ? fail('too-large') : fail('nothing-to-keep', read.problem.code);
  const essay = read.value;
  const original = await originalOf(page, essay.text);
  if (original === null) return fail('too-large');
  const { charset, form, bytes } = original;
  return succeed({
    essay,
    capture: { pageUrl: page.url, charset, originalForm: form, rulesVersion },
    original: await base64Of(bytes),
  });
}

/** The browser encodes off the main thread, so the page does not stall on a large original. */
function base64Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  });
}
