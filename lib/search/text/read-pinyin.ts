import { pinyin } from 'pinyin-pro';
import { type Readings, readingsOf } from './readings.ts';

/** Readings by the dictionary of pinyin-pro, which is loaded when the first Latin letters are sought. */
export const pinyinReadings = (): Readings =>
  readingsOf((character) => pinyin(character, { toneType: 'none', type: 'array', multiple: true }));
