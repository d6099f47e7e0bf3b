/** What reading aloud needs of the browser. */
export interface Speech {
  readonly synthesis: Pick<SpeechSynthesis, 'speak' | 'cancel'>;
  /** Makes an utterance of a paragraph, in the voice chosen. */
  readonly utter: (text: string) => SpeechSynthesisUtterance;
}

/**
 * Reads paragraphs aloud one after another, from one on. `onparagraph` is told of each as it begins, `onend` of the end
 * of the last or of a failure. Gives the function that stops it, after which neither is called.
 */
export function speak(
  { synthesis, utter }: Speech,
  paragraphs: readonly string[],
  from: number,
  { onparagraph, onend }: { onparagraph: (n: number) => void; onend: () => void },
): () => void {
  let stopped = false;
  const next = (n: number): void => {
    const text = paragraphs[n];
    if (stopped) return;
    if (text === undefined) {
      onend();
      return;
    }
    onparagraph(n);
    const utterance = utter(text);
    utterance.onend = () => next(n + 1);
    utterance.onerror = () => {
      if (!stopped) onend();
    };
    synthesis.speak(utterance);
  };
  // What another page of the extension left waiting would come first.
  synthesis.cancel();
  next(from);
  return () => {
    stopped = true;
    synthesis.cancel();
  };
}
