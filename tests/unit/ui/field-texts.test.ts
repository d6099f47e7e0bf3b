import { describe, expect, it } from 'vitest';
import { editableFields, fieldOfText, textOfField } from '../../../lib/ui/field-texts.ts';
import { sampleEssay } from '../../support/keepings.ts';

describe('a field as a line of text', () => {
  it('goes there and back', () => {
    const essay = sampleEssay({ authors: ['张三', 'John Smith'], column: ['理论', '学习'], keywords: [], unit: null });
    for (const name of editableFields)
      expect(fieldOfText(name, textOfField(essay, name))).toEqual({ [name]: essay[name] });
  });

  it.each([
    ['2005', '2005'],
    ['2005-7', '2005-07'],
    ['2005年7月', '2005-07'],
    ['2005年7月14日', '2005-07-14'],
    ['2005/07/14', '2005-07-14'],
    [' ', null],
  ])('takes %j for a date', (line, date) => {
    expect(fieldOfText('publishedOn', line)).toEqual({ publishedOn: date });
  });

  it.each(['去年', '2005-13', '2005-02-30', '05-07-14'])('takes %j for none', (line) => {
    expect(fieldOfText('publishedOn', line)).toBeNull();
  });

  it('parts names and columns, and empties what is left empty', () => {
    expect(fieldOfText('authors', '张三，李四、 王五;')).toEqual({ authors: ['张三', '李四', '王五'] });
    expect(fieldOfText('column', '首页 > 理论 › 学习')).toEqual({ column: ['首页', '理论', '学习'] });
    expect(fieldOfText('unit', '  ')).toEqual({ unit: null });
  });
});
