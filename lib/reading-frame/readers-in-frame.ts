import type { ImageLookup } from '../import/sources/image-lookup.ts';
import type { SourcePage } from '../import/sources/source.ts';
import type { ServedPage } from '../queue/fetch-page.ts';
import { type AskedFrame, askFrame, type OpenFrame } from './ask-frame.ts';
import { withBytes } from './bytes-at-home.ts';
import type { Readers } from './readers.ts';

/** Readers that work in a frame, and its end. */
export interface FrameReaders extends Readers {
  readonly close: () => void;
}

/** Pages of a file that are on their way: what the frame reads, ten milliseconds each, while some thirty essays are written at once. */
const AHEAD = 32;

/** A page as it goes to the frame: its images stay here, under a number. */
type SentPage = Omit<SourcePage, 'images' | 'frames'> & {
  readonly imagesAt?: number;
  readonly frames?: readonly SentPage[];
};

/** Readers that have their work done in a frame, which `open` opens when it is first wanted, and again where it was ended. */
export function readersInFrame(open: () => Promise<OpenFrame>, patience?: number): FrameReaders {
  const frame = askFrame(open, patience);
  return {
    files: filesInFrame(frame),
    served: {
      essay: (pages: readonly ServedPage[], missing: readonly string[], anyway?: boolean) =>
        frame.ask('essay', pages, missing, anyway),
      list: (page, rows) => frame.ask('list', page, rows),
      named: (page) => frame.ask('named', page),
    },
    stored: (body, pages) => frame.ask('stored', body, pages),
    close: frame.close,
  };
}

/** Whatever looks images up is no data: it waits here for the page to come back. */
function filesInFrame(frame: AskedFrame): Readers['files'] {
  const lookups = new Map<number, ImageLookup>();
  const numbers = { next: 0 };
  const sent = ({ images, frames, ...page }: SourcePage): SentPage => {
    const told = frames === undefined ? page : { ...page, frames: frames.map(sent) };
    if (images === undefined) return told;
    numbers.next += 1;
    lookups.set(numbers.next, images);
    return { ...told, imagesAt: numbers.next };
  };
  const imagesWithin = ({ imagesAt, frames = [] }: SentPage): readonly number[] => [
    ...(imagesAt === undefined ? [] : [imagesAt]),
    ...frames.flatMap(imagesWithin),
  ];
  const received = ({ imagesAt, ...page }: SentPage): SourcePage => {
    const images = imagesAt === undefined ? undefined : lookups.get(imagesAt);
    return images === undefined ? page : { ...page, images };
  };
  return {
    ahead: AHEAD,
    async take(page, wishes) {
      const given = sent(page);
      try {
        const answer = await frame.ask('take', given, wishes);
        const taken = answer && withBytes(answer, given);
        return taken && { ...taken, page: received(taken.page) };
      } finally {
        for (const number of imagesWithin(given)) lookups.delete(number);
      }
    },
    join: ({ first, others }, wishes) => {
      const rest = [...others].map(([address, page]) => [address, plain(page)] as const);
      return frame.ask('join', { first: plain(first), others: new Map(rest) }, wishes);
    },
  };
}

/** A page without what looks its images up. */
const plain = ({ images: _images, frames: _frames, ...page }: SourcePage): SourcePage => page;
