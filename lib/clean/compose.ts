import type { Block, TextBlock } from './block.ts';

/** A clean body, as HTML with one block a line, and as text with one paragraph, verse line or table row a line. */
export interface Composed {
  readonly html: string;
  readonly text: string;
}

/** Writes pieces as blocks; neighbouring list items share one list. */
export function compose(pieces: readonly Block[]): Composed {
  const html = pieces.map((piece, n) => {
    if (piece.kind === 'table') return piece.html;
    if (!isItem(piece)) return `<${piece.tag}>${piece.html}</${piece.tag}>`;
    const opens = tagOf(pieces[n - 1]) === piece.tag ? '' : `<${piece.tag}>`;
    const closes = tagOf(pieces[n + 1]) === piece.tag ? '' : `</${piece.tag}>`;
    return `${opens}<li>${piece.html}</li>${closes}`;
  });
  const text = pieces.map((piece) => piece.text).filter((line) => line !== '');
  return { html: html.join('\n'), text: text.join('\n') };
}

const tagOf = (piece: Block | undefined): string | null => (piece?.kind === 'text' ? piece.tag : null);
const isItem = (piece: TextBlock): boolean => piece.tag === 'ul' || piece.tag === 'ol';
