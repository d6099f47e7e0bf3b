/** Numbers in a row, of few bytes each; grows as they come. */
export interface Growing {
  readonly add: (value: number) => void;
  readonly at: (index: number) => number;
  readonly set: (index: number, value: number) => void;
  readonly length: () => number;
}

type Numbers = Float64Array | Int32Array | Uint8Array;

/** A row of numbers that is as exact as the array that `make` makes. */
export function createGrowing<Kind extends Numbers>(make: (size: number) => Kind): Growing {
  const state = { numbers: make(1024), length: 0 };
  return {
    add(value) {
      if (state.length === state.numbers.length) {
        const larger = make(state.length * 2);
        larger.set(state.numbers);
        state.numbers = larger;
      }
      state.numbers[state.length] = value;
      state.length += 1;
    },
    at: (index) => state.numbers[index] ?? 0,
    set: (index, value) => {
      state.numbers[index] = value;
    },
    length: () => state.length,
  };
}

/** Words by small numbers, each once. */
export interface WordNumbers {
  readonly numberOf: (word: string) => number;
  readonly wordOf: (number: number) => string;
}

/** Numbers words from 0 in the order in which they come. */
export function createWordNumbers(): WordNumbers {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  return {
    numberOf(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
    wordOf: (number) => words[number] ?? '',
  };
}
