import { loadRomaniser } from '../../export/cite/latin/romaniser.ts';
import type { Romanise } from '../../export/quote/chicago.ts';

/** Chinese names of persons in pinyin, family name first: `Wang Xiaoming`; a group's stays as it is. The dictionary is loaded when it is first wanted. */
export async function loadRomanise(): Promise<Romanise> {
  const { person } = await loadRomaniser();
  return (literal) => {
    const name = person(literal);
    return name === null ? '' : `${name.family} ${name.given}`;
  };
}
