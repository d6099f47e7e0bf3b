const affiliated =
  /^[（(]?\s*([\u4e00-\u9fff（）()]{2,24}(?:党校|学院|大学|学校|教研[室部]|研究[室所院会]|办公室|编辑部|处|系|部|局|委|中心))[\s\u3000]+([\u4e00-\u9fff·]{2,4}(?:[\s\u3000、，]+[\u4e00-\u9fff·]{2,4}){0,3}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff])\s*[）)]?$/;

/** The names of a line that gives where the authors work and who they are: `市委党校　王建国`, `（经济学教研室 李明 张华）`; null for another. */
export function affiliatedNames(text: string): string | null {
  return text.length <= 50 ? (affiliated.exec(text)?.[2] ?? null) : null;
}
