import type { Block } from '../blocks.ts';
import type { Choose } from '../choose.ts';
import type { OwnEssay } from '../essays.ts';

/** What a form may need of the page that it stands on. */
export interface Setting {
  readonly choose: Choose;
  /** Scheme and host of the page, for addresses. */
  readonly origin: string;
  /** The school's name without 中共, for authors' notes. */
  readonly school: string;
}

/** Writes blocks in one of the ways in which portals marked up their paragraphs. */
export type Markup = (blocks: readonly Block[], setting: Setting) => string;

/** A paragraph form: which essays suit it, what blocks it makes of one, and how it marks them up. */
export interface Form {
  readonly id: string;
  readonly essays: readonly OwnEssay[];
  readonly compose: (essay: OwnEssay, setting: Setting) => readonly Block[];
  readonly markup: Markup;
  /** True when the body itself repeats title and byline, so that the authors stand there at least. */
  readonly signed?: boolean;
}
