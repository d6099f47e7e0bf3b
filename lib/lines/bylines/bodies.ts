import { isPersonName } from '../../text/person-names.ts';

/** What names of bodies end with. */
const ends =
  /(?:[室处部科办院系馆会局厅委校组社所班团队站台庭府股]|中心|年级|专业|公司|集团|支部|总支|基地|智库|联合会|评论员|观察员|大学|中学|小学|机关|单位|报社|[日晚早周]报|学报|通讯社|电台|杂志|频道|[\u3400-\u9fff]{2}网站?)$/u;
/** Bodies of two characters; others of that length may be names. */
const short = new Set(
  '校办 党办 院办 县办 市办 外办 团委 工会 学会 协会 商会 县委 市委 省委 区委 镇委 校委 党委 党组 学校 学院 党校 本校 我校 本院 本报 本刊 政府 法院 社团 机关'.split(
    ' ',
  ),
);
/** Bodies that write and sign what they wrote. */
const signing = /(?:组|编辑部|评论员|观察员|编委会|编写委员会|写作班子)$/u;
/** The school's own offices of that form: they post pages. One that a journal's name stands before signs for the journal. */
const ownOffice = /^(?:本?[校院])?(?:学报|校刊|校报|院刊|网站)(?:编辑部|工作组|课题组)$/u;
/** Bodies of the state whose decisions and papers are cited under their names. */
const ofState = /^(?:中共中央|中国共产党中央|国务院|全国人大|全国人民代表大会|全国政协|中央军委|中华人民共和国)/;

/** What a body of a school is called that posts pages; other bodies beside a date are sources. */
const department = /(?:[室处部科办院系馆]|中心|研究所)$/u;
const media = /(?:[报网刊社台]|网站|频道|杂志|在线)$/u;
/** Longer ones are sentences. In characters. */
const longest = 30;

/** True for the name of a body: an office, a school, a department, a group. Its form decides, so that unknown ones are known too. */
export const isBody = (text: string): boolean => isNamedBody(text.replace(quoted, '某某'));

/** `“乡村秤制”课题组` */
const quoted = /^[“《][^“”《》]{2,20}[”》](?=.)/;

const isNamedBody = (text: string): boolean =>
  short.has(text) ||
  ofState.test(text) ||
  (text.length > 2 &&
    text.length <= longest &&
    !/[，。：:“”]/.test(text) &&
    ends.test(text) &&
    !/[顶底全上下内外]部$/.test(text) &&
    !isPersonName(text));

/** True for a body that answers for what it signs (课题组, 编辑部, 中共中央): in the author's slot it is the author. */
export const isSigningBody = (text: string): boolean =>
  isBody(text) && !ownOffice.test(text) && (signing.test(text) || ofState.test(text));

/** True for a body that may have posted a page: in the author's slot it is the unit, not the author. A paper or a site is neither. */
export const isUnit = (text: string): boolean => isBody(text) && !isSigningBody(text) && !media.test(text);

/** True for a department such as schools have (教研室, 组织处, 党政办): distinguished from papers and boards even without a label. */
export const isDepartment = (text: string): boolean => isUnit(text) && department.test(text);
