import * as v from 'valibot';
import { type EssayImage, imageLimits, imageProblems, imageTypeOf } from '../../essay/image.ts';
import { pageAddress, partialMoment } from '../shapes.ts';

const imageAddress = v.pipe(
  pageAddress,
  v.check((address) => /^https?:/i.test(address)),
);

/** An image is what its bytes say it is, of a type and size that are stored; one that could not be obtained says why. */
const essayImage = v.union([
  v.pipe(
    v.strictObject({
      address: imageAddress,
      type: v.string(),
      bytes: v.instance(Uint8Array),
      problem: v.literal(''),
      takenAt: partialMoment,
    }),
    v.check(({ bytes, type }) => bytes.byteLength <= imageLimits.bytes && imageTypeOf(bytes) === type),
  ),
  v.strictObject({
    address: imageAddress,
    type: v.literal(''),
    bytes: v.null(),
    problem: v.picklist(imageProblems),
    takenAt: partialMoment,
  }),
]);

/** True for an image that may be stored. */
export const isEssayImage = (image: unknown): image is EssayImage => v.is(essayImage, image);
