import { escapeHtml } from '../../../essay/escape-html.ts';

/** A piece of a reference: plain, in italics, or an address. */
export type Piece = string | { readonly italic: string } | { readonly link: string };

/** A reference as plain text. */
export const piecesText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : 'italic' in piece ? piece.italic : piece.link)).join('');

/** A reference as a paragraph of HTML; only addresses of the web are links. */
export const piecesHtml = (pieces: readonly Piece[]): string => `<p>${pieces.map(writePiece).join('')}</p>`;

function writePiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  if ('italic' in piece) return `<i>${escapeHtml(piece.italic)}</i>`;
  const address = escapeHtml(piece.link);
  return /^https?:/i.test(piece.link) ? `<a href="${address}">${address}</a>` : address;
}

/** Pieces that are there, with something between them. */
export function joined(groups: readonly (readonly Piece[])[], between: string): readonly Piece[] {
  return groups.filter((group) => group.length > 0).flatMap((group, n) => (n === 0 ? group : [between, ...group]));
}
