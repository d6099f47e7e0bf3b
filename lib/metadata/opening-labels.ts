import { spaces } from '../text/characters.ts';

/** Two characters that stand in every label of an abstract or of key words, one of each kind. */
const words = new RegExp(`[摘提导導编編简键鍵题題热标][${spaces}]{0,6}[要示读讀语者介词詞字签]|tag|keyword`, 'i');

/** False for a text that no label of an abstract or of key words stands in: it need not be taken apart. */
export const mayHaveOpeningLabel = (text: string): boolean => words.test(text);
