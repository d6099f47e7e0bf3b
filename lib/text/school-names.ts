import { matchesOf } from './matches-of.ts';
import { simplifyWords } from './traditional.ts';
/** A Party school (or administration, socialist or cadre academy) named in a text. */
export interface Institution {
  /** Its name as written there: `中共吉林省委党校(吉林省行政学院)`. */
  readonly name: string;
  /** The words it was found in. */
  readonly raw: string;
  /** Province, city, county or ministry: `宁波市`; null when the name tells none. */
  readonly place: string | null;
}

interface Candidate extends Institution {
  readonly rank: number;
}

const key = /党校|行政学院|社会主义学院|干部学院/g;
/** Names of schools are known in simplified characters. */
const simplify = (text: string): string => (/[黨學]/.test(text) ? simplifyWords(text) : text);

/** The longest owner of a school, in characters: 中共新疆维吾尔自治区直属机关工作委员会. */
const longestOwner = 28;
const hanBefore = new RegExp(`[\\u3400-\\u9fff]{0,${longestOwner}}$`);
const secondName = /^\s?[（(][^（()）]{2,40}[)）]/;
/** What a footer or a greeting says right before the name. */
const lead =
  /^.*(?:版权所有|版权归|版权|所有者|所有|主办单位|承办单位|主办|承办|主管|建设单位|维护单位|单位|名称|欢迎您?(?:访问|光临|来到|登录|登陆|进入)?|您现在访问的是|访问|光临|来自|关于|本站|位置|首页|站长)/;
const committee =
  /^(.*?(?:[省市区县州盟旗地团场]|开发区|新区|机关))?(?:直属机关|直机关|直)?(?:工委|党委|工作委员会|委员会|委)$/;
const body = /^.{2,}(?:部|总局|局|署|厅|公司|集团|兵团|机关|银行|委员会|总社|联合会)$/;
const academic = /大学|学院|中学|小学|学校|校党委|学生|课余|业余|团委|青年|少年|网上|网络|分$|院$|系$|校$/;
/** What may follow a name without a break. */
const follows =
  /^(?:[\u3400-\u9fff]?\s?icp|官?方?网|门户|信息网|主办|承办|版权|所有|系统|欢迎|地址|联系|电话|邮编|技术|制作|维护|备案|首页|主页|设计|建设|您)/i;
/** A name inside its department's name: good enough when the page tells nothing better. */
const department = /^(?:信息化|信息中心|网络中心|网管|办公室|电教|学报编|图书馆制)/;
const affiliation = /作者|简介|工作单位|[系为]$/;
const courses = /与|和|管理|政治|法律|大学|经济|公共|青年|学校|警|党校/;

/** The owner and place of a Party school's name, from the Han characters before 党校; null when they name none. */
function ownerOf(run: string): { readonly owner: string; readonly place: string | null } | null {
  const full = /(?:中国共产党|中共)(?!.*(?:中国共产党|中共)).*$/.exec(run)?.[0];
  const owner = full ?? run.replace(lead, '');
  const bare = owner.replace(/^(?:中国共产党|中共)/, '');
  if (academic.test(bare) || bare === '') return null;
  if (bare === '中央') return { owner, place: null };
  const place = committee.exec(bare)?.[1];
  if (committee.test(bare)) return { owner, place: place && place.length > 1 ? place : null };
  return body.test(bare) ? { owner, place: bare } : null;
}

/** The same for an academy: 宁波行政学院, 国家行政学院, 浙江省社会主义学院, 中国浦东干部学院. */
function academyOwnerOf(run: string): { readonly owner: string; readonly place: string | null } | null {
  const owner = run.replace(lead, '');
  if (owner.length < 2 || owner.length > 12 || courses.test(owner)) return null;
  return { owner, place: owner === '国家' ? null : owner.replace(/^中国(?=..)/, '') };
}

const placeIn = (bracket: string): string | null =>
  /^\s?[（(](?:中共)?([\u3400-\u9fff]{2,12}?)(?:委?党校|行政学院|社会主义学院)/.exec(bracket)?.[1] ?? null;

/** The name that ends with the key word at `at`, when nothing around it says that it belongs to something else. */
function candidateAt(text: string, original: string, word: string, at: number): Candidate | null {
  const run = hanBefore.exec(text.slice(Math.max(0, at - longestOwner), at))?.[0] ?? '';
  const found = word === '党校' ? ownerOf(run) : academyOwnerOf(run);
  if (found === null) return null;
  const start = at - found.owner.length;
  const close = at + word.length;
  const bracket = secondName.exec(text.slice(close, close + 44))?.[0] ?? '';
  const second = /党校|学院|行政学校|干部学校|讲师团/.test(bracket) ? bracket : '';
  const end = close + second.length;
  const national = /^(?:中国共产党|中共)?中央$|^国家$/.test(found.owner);
  const place = found.place ?? (national ? null : placeIn(second));
  if (place === null && !national) return null;
  const official = found.owner.startsWith('中');
  const before = text.slice(Math.max(0, start - 14), start);
  if (affiliation.test(before) || /[（(]\s*$/.test(before)) return null;
  const after = text.slice(end, end + 6);
  const apart = !/^[\u3400-\u9fff]/.test(after) || follows.test(after);
  if (!apart && !department.test(after)) return null;
  const rank = (apart ? 4 : 0) + (official ? 2 : 0) + (second === '' ? 0 : 1);
  const from = Math.max(0, start - 20);
  return { name: original.slice(start, end), raw: original.slice(from, end + 20).trim(), place, rank };
}

/**
 * The institution that a footer, a title or a logo's text names, in its longest official form (中共 before, second name in
 * brackets behind); null when it names none. Party schools of universities and authors' affiliations are no institutions of a page.
 */
export function findInstitution(text: string): Institution | null {
  const plain = simplify(text);
  let best: Candidate | null = null;
  for (const match of matchesOf(plain, key)) {
    const candidate = candidateAt(plain, text, match[0], match.index);
    if (candidate !== null && candidate.rank > (best?.rank ?? -1)) best = candidate;
  }
  return best && { name: best.name, raw: best.raw, place: best.place };
}
