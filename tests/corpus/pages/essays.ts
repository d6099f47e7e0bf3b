import { adversarialEssays } from './essays/adversarial.ts';
import { economyEssays } from './essays/economy.ts';
import { historyEssays } from './essays/history.ts';
import { lawEssays } from './essays/law.ts';
import type { OwnEssay } from './essays/own-essay.ts';
import { shortEssays } from './essays/short.ts';
import { societyEssays } from './essays/society.ts';
import { verseEssays } from './essays/verse.ts';

export type { OwnEssay } from './essays/own-essay.ts';

/** Essays of several paragraphs of prose. */
export const proseEssays: readonly OwnEssay[] = [...economyEssays, ...lawEssays, ...historyEssays, ...societyEssays];
export { adversarialEssays, shortEssays, verseEssays };
