import { readNamesAlone } from '../lines/bylines/byline-line.ts';
import type { Field } from './fields.ts';

/** Words that announce who wrote, behind the name of a paper: `林州日报　记者 王芳`, `新华社记者 王芳`, `林州日报（记者 王芳）`. */
const writer =
  /^(.*?[\u3400-\u9fff》a-z])[\s\u3000]*([（(]?(?:本报|本刊|特约|实习)?(?:记者|通讯员|作者|撰稿|执笔)[\s\u3000:：/]*[\u3400-\u9fff].*)$/isu;
/** Words that announce where an essay was printed before, behind its author: `林有禾 转自《临江党建》`, `林有禾（选自临江党建网）`. */
const printed =
  /^(.*?[\u3400-\u9fff])(?:[\s\u3000]+|[\s\u3000]*[（(])((?:原载于?|原刊于?|转载自|转自|摘编自|摘自|选自|录自|刊于|载于|刊载于|发表于|来源于?|出处)[\s\u3000:：]*[《\u3400-\u9fff].{1,40}?)[）)]?$/su;

/** The two fields that stand in one slot; the field itself where it holds one. */
export function fieldsOfSlot(field: Field): readonly Field[] {
  if (field.kind === 'source') return partedBy(field, writer, 'author', readNamesAlone);
  if (field.kind === 'author') return partedBy(field, printed, 'source', () => true);
  return [field];
}

/** `林州日报 记者 王芳` without a label: the paper and the names as tokens; null for other text. */
export function writersOfPaper(field: Field): readonly [Field, Field] | null {
  const [, own = '', other = ''] = writer.exec(field.value) ?? [];
  const names = readNamesAlone(other);
  return (
    names && [
      { ...field, value: own },
      { ...field, value: names.join(' '), raw: other },
    ]
  );
}

/** What stands before the announcing words, and what stands behind them as a field of another kind where it is one. */
function partedBy(
  field: Field,
  pattern: RegExp,
  kind: 'author' | 'source',
  isOfKind: (text: string) => unknown,
): readonly Field[] {
  const [, own, other] = pattern.exec(field.value) ?? [];
  if (own === undefined || other === undefined || !isOfKind(other)) return [field];
  return [
    { ...field, value: own },
    { ...field, kind, label: null, value: other.replace(/^[（(]|[）)]$/g, ''), raw: other },
  ];
}
