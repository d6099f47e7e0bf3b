import { type GeneratedI18nStructure, i18n } from '#i18n';
import type { ReadState } from '../collection/rows.ts';
import type { EssayKind, FieldName } from '../essay/essay.ts';
import type { ImageProblem } from '../essay/image.ts';
import type { PartialMoment } from '../essay/partial-date.ts';
import type { ArchiveName, PlaceKind, Qualifier, RemovalRule } from '../essay/record-words.ts';
import type { EvidenceId } from '../portals/weights.ts';
import { formatMoment } from './format.ts';
import type { PlainKey } from './translate.ts';

/** The reader's words for the machine words of an essay's record. A word that nobody has named yet is shown as it is. */

const fieldNames = {
  title: 'field.title',
  authors: 'field.authors',
  publishedOn: 'field.publishedOn',
  unit: 'field.unit',
  source: 'field.source',
  issue: 'field.issue',
  column: 'field.column',
  institution: 'field.institution',
  hits: 'field.hits',
  editor: 'field.editor',
  keywords: 'field.keywords',
  abstract: 'field.abstract',
} as const satisfies Record<FieldName, string>;

/** The name of a field, e.g. `作者`. */
export const fieldName = (field: FieldName): string => i18n.t(fieldNames[field]);

/** The names of several fields in a sentence, e.g. `题名、作者`. */
export const fieldNamesOf = (fields: readonly FieldName[]): string =>
  fields.map(fieldName).join(i18n.t('common.separator'));

const kindNames = { essay: 'kind.essay', notice: 'kind.notice', news: 'kind.news' } as const;

/** The name of a kind of page, e.g. `通知`. */
export const kindName = (kind: EssayKind): string => i18n.t(kindNames[kind]);

const readStateNames = { unread: 'readState.unread', reading: 'readState.reading', read: 'readState.read' } as const;

/** The states in their order. */
export const readStates = ['unread', 'reading', 'read'] as const satisfies readonly ReadState[];

/** The name of how far an essay is read, e.g. `未读`. */
export const readStateName = (state: ReadState): string => i18n.t(readStateNames[state]);

/** True for the name of a state, as an address may give it. */
export const isReadState = (value: string): value is ReadState => Object.hasOwn(readStateNames, value);

const evidenceNames = {
  institution: 'evidence.institution',
  'known-host': 'evidence.knownHost',
  'school-host': 'evidence.schoolHost',
  'likely-host': 'evidence.likelyHost',
  body: 'evidence.body',
  pictures: 'evidence.pictures',
  title: 'evidence.title',
  'credit-line': 'evidence.creditLine',
  byline: 'evidence.byline',
  breadcrumb: 'evidence.breadcrumb',
  tools: 'evidence.tools',
  cms: 'evidence.cms',
  address: 'evidence.address',
  'no-body': 'evidence.noBody',
  'no-credit': 'evidence.noCredit',
  'link-list': 'evidence.linkList',
  'many-entries': 'evidence.manyEntries',
  'not-chinese': 'evidence.notChinese',
  'other-owner': 'evidence.otherOwner',
  'host-disagrees': 'evidence.hostDisagrees',
  login: 'evidence.login',
} as const satisfies Record<EvidenceId, string>;

/** The name of a kind of evidence, e.g. `栏目路径`. */
export const evidenceName = (id: string): string => named(evidenceNames, id);

const placeNames = {
  'credit-line': 'place.creditLine',
  'title-element': 'place.titleElement',
  'title-line': 'place.titleLine',
  breadcrumb: 'place.breadcrumb',
  byline: 'place.byline',
  signature: 'place.signature',
  body: 'place.body',
  footer: 'place.footer',
  logo: 'place.logo',
  url: 'place.url',
  tail: 'place.tail',
  host: 'place.host',
  comment: 'place.comment',
  banner: 'place.banner',
  edge: 'place.edge',
  'author-link': 'place.authorLink',
  family: 'place.family',
  list: 'place.list',
} as const satisfies Record<PlaceKind, string>;

/** Where a value stood, e.g. `网页标题`; `meta:PubDate` keeps the name of its meta element, `comment:hanweb` does without. */
export function placeName(place: string): string {
  const [kind = place, detail] = place.split(':');
  return kind === 'meta' && detail !== undefined ? i18n.t('place.meta', [detail]) : named(placeNames, kind);
}

const qualifierNames = {
  updated: 'qualifier.updated',
  filed: 'qualifier.filed',
  derived: 'qualifier.derived',
  truncated: 'qualifier.truncated',
} as const satisfies Record<Qualifier, string>;

/** What limits a value, in words. */
export const qualifierName = (qualifier: string): string => named(qualifierNames, qualifier);

const removalNames = {
  before: 'removal.before',
  title: 'removal.title',
  credit: 'removal.credit',
  pager: 'removal.pager',
  tail: 'removal.tail',
  box: 'removal.box',
  advert: 'removal.advert',
  footer: 'removal.footer',
  tools: 'removal.tools',
  editor: 'removal.editor',
  links: 'removal.links',
  repeat: 'removal.repeat',
  stray: 'removal.stray',
  outside: 'removal.outside',
  image: 'removal.image',
  hidden: 'removal.hidden',
  control: 'removal.control',
  archive: 'removal.archive',
} as const satisfies Record<RemovalRule, string>;

/** What a cleaning rule takes out, e.g. `页脚`. */
export const removalName = (rule: string): string => named(removalNames, rule);

const archiveNames = {
  wayback: 'archive.wayback',
  openwayback: 'archive.openwayback',
  pywb: 'archive.pywb',
  'archive-today': 'archive.archiveToday',
  'saved-page': 'archive.savedPage',
  singlefile: 'archive.singlefile',
  webscrapbook: 'archive.webscrapbook',
  mhtml: 'archive.mhtml',
  maff: 'archive.maff',
  httrack: 'archive.httrack',
  'save-page-we': 'archive.savePageWe',
  'google-cache': 'archive.googleCache',
  'baidu-cache': 'archive.baiduCache',
  'search-cache': 'archive.searchCache',
  warc: 'importing.warc',
} as const satisfies Record<ArchiveName, string>;

/** The name of an archive, e.g. `Wayback Machine`. */
export const archiveName = (archive: string): string => named(archiveNames, archive);

/** The archive and the day of its copy, e.g. `Wayback Machine，存于 2007年7月3日`. */
export function archiveWords(copy: { readonly archive: string; readonly capturedAt: PartialMoment | null }): string {
  const name = archiveName(copy.archive);
  return copy.capturedAt === null ? name : i18n.t('archive.copy', [name, formatMoment(copy.capturedAt)]);
}

const problemSentences = {
  'cannot-be-read': 'problem.cannotBeRead',
  'nothing-to-keep': 'problem.nothingToKeep',
  invalid: 'problem.invalid',
  'storage-full': 'problem.storageFull',
  'storage-trouble': 'problem.storageTrouble',
  'storage-newer': 'problem.storageNewer',
  'storage-blocked': 'problem.storageBlocked',
  'storage-failed': 'problem.storageFailed',
  'library-anew': 'problem.libraryAnew',
  'tab-gone': 'problem.tabGone',
  'no-answer': 'problem.noAnswer',
  'private-window': 'problem.privateWindow',
  interrupted: 'problem.interrupted',
  stopped: 'problem.stopped',
  'aside-trouble': 'problem.asideTrouble',
  'aside-newer': 'problem.asideNewer',
  'aside-blocked': 'problem.asideBlocked',
  'nothing-to-fetch': 'problem.nothingToFetch',
} as const;

/** The sentence of a problem; an unforeseen one is told by its own words. */
export function problemSentence(code: string): string {
  return Object.hasOwn(problemSentences, code) ? named(problemSentences, code) : i18n.t('problem.unknown', [code]);
}

/** Authors one after another, as the language parts them: `甲、乙`. */
export const authorsLine = (authors: readonly string[]): string => authors.join(i18n.t('common.separator'));

function named(keys: Readonly<Record<string, PlainKey<GeneratedI18nStructure>>>, word: string): string {
  const key = Object.hasOwn(keys, word) ? keys[word] : undefined;
  return key === undefined ? word : i18n.t(key);
}

const imageProblemSentences = {
  '': 'images.notKept',
  'not-found': 'images.notFound',
  refused: 'images.refused',
  unreachable: 'images.unreachable',
  'no-permission': 'images.noPermission',
  'not-archived': 'images.notArchived',
  'beside-page': 'images.besidePage',
  'not-an-image': 'images.notAnImage',
  'too-large': 'images.tooLarge',
  'too-many': 'images.tooMany',
  damaged: 'images.damaged',
} as const satisfies Record<ImageProblem | '', string>;

/** Why an image is not there; '' for one that was never asked for. A reason of an older version is told in general. */
export const imageProblemSentence = (problem: string): string =>
  problem in imageProblemSentences ? named(imageProblemSentences, problem) : i18n.t('images.unreachable');
