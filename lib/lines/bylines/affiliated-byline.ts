const affiliated =
  /^[（(]?\s*([\u4e00-\u9fff（）()]{2,24}(?:党校|学院|大学|学校|教研[室部]|研究[室所院会]|办公室|编辑部|处|系|部|局|委|中心|班))[\s\u3000]+((?!制作|维护|主办|承办|供稿|提供|发布|编辑|编印|版权|技术|设计)[\u4e00-\u9fff·]{2,3}(?:[\s\u3000、，]+[\u4e00-\u9fff·]{2,3}){0,3}|[\u4e00-\u9fff](?:[\s\u3000]+[\u4e00-\u9fff]){1,2})\s*[）)]?$/;
const office =
  /^(?:[\u4e00-\u9fff]{2,16}[\s\u3000]*)?(?:常务|党委|党组)?(?:副?校长|副?院长|副?书记|副?主任|副?处长|副?部长|副?市长|副?县长|副?教授|讲师|研究员)[\s\u3000]+([\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff][\s\u3000]+[\u4e00-\u9fff])$/;

/** The names of a line that gives where the authors work, or what they are, and who they are: `市委党校　王建国`, `（经济学教研室 李明 张华）`, `常务副校长　谭志平`; null for another. */
export function affiliatedNames(text: string): string | null {
  return text.length <= 50 ? (affiliated.exec(text)?.[2] ?? office.exec(text)?.[1] ?? null) : null;
}
