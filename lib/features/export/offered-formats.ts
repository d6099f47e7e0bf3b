import type { Format } from '../../export/format.ts';
import { formats } from '../../export/formats.ts';

/** A part of the collection as a file that another reader merges. It is made of stored rows, so the command line has none. */
export interface CollectionFile extends Pick<Format, 'kind' | 'extension' | 'mime'> {
  readonly id: 'collection';
}

/** A format that the dialog offers. */
export type Offered = Format | CollectionFile;

const collectionFile: CollectionFile = {
  id: 'collection',
  kind: 'hand-over',
  extension: 'zip',
  mime: 'application/zip',
};

/** All formats that the dialog offers. */
export const offeredFormats: readonly Offered[] = [...formats, collectionFile];

/** True for the file that another reader merges. */
export const isCollectionFile = (format: Offered): format is CollectionFile => format.id === 'collection';
