import { encodeGb2312 } from '../../portal/gb2312.ts';
import type { Capture } from '../capture.ts';
import { timestampOf } from '../times.ts';
import { anotherForm } from './address-forms.ts';
import { type Article, articleHtml, articleOf, columns } from './articles.ts';
import { type BadPage, badPage } from './bad-pages.ts';
import { type Chance, createChance } from './chance.ts';
import { listAddress, listedAt, listHtml, perPage } from './lists.ts';
import { otherAddress } from './other-addresses.ts';

/** How large a portal is to be made, and how its captures are. Shares from 0 to 1. */
export interface PortalPlan {
  readonly seed: number;
  /** Addresses that have captures. */
  readonly addresses: number;
  readonly captures: number;
  readonly notEssays: number;
  /** Of the captures with status 200. */
  readonly bad: number;
  /** Of the essays on lists: those that no archive has. They come on top of `addresses`. */
  readonly lost: number;
}

/** The portal that the bars of a harvest are measured on. */
export const largePortal: PortalPlan = {
  seed: 7,
  addresses: 5000,
  captures: 18_000,
  notEssays: 0.3,
  bad: 0.05,
  lost: 0.04,
};

/** An essay of the portal, and what is true of its captures. */
export interface EssayTruth {
  readonly article: Article;
  /** Timestamps of the captures that hold it whole, in order; none where all are bad. */
  readonly good: readonly string[];
  /** Some capture answered 200, good or bad. */
  readonly captured: boolean;
  /** A captured list names it. */
  readonly listed: boolean;
}

/** A portal with its captures, and what is true of it. */
export interface PortalCaptures {
  readonly captures: readonly Capture[];
  readonly essays: readonly EssayTruth[];
}

const badKinds = [
  'soft-404',
  'error-page',
  'empty',
  'cut-short',
  'other-text',
  'lost-record',
] as const satisfies readonly [BadPage, ...BadPage[]];
const html = 'text/html';

/** Makes the portal; the same plan makes the same. */
export function makePortalCaptures(plan: PortalPlan): PortalCaptures {
  const chance = createChance(plan.seed);
  const perAddress = plan.captures / plan.addresses;
  const counts = countsOf(plan);
  const captures: Capture[] = [];
  const tools: Capture[] = [];
  const essays: EssayTruth[] = [];
  let n = 0;
  for (const column of columns) {
    const shares = columns.filter(({ kind }) => kind === column.kind).length;
    const here = Math.round(
      column.kind === 'essay' ? counts.essays / shares + counts.lost / shares : counts.others / shares,
    );
    const articles = Array.from({ length: here }, () => articleOf(n++, column));
    const pages = Math.ceil(articles.length / perPage);
    const listed = new Set<Article>();
    for (let page = 1; page <= pages; page += 1) {
      const onPage = articles.slice((page - 1) * perPage, page * perPage);
      for (const late of [false, true]) {
        const shown = listedAt(onPage, late);
        for (const article of shown) listed.add(article);
        const body = (): Uint8Array => encodeGb2312(listHtml(column, shown, page, pages));
        const times = timesOf(chance, 1 + chance.below(3), late ? 2008 : 2006, 1);
        captures.push(
          ...times.map((timestamp, at) => ({
            original: listAddress(column.classId, page),
            timestamp,
            status: 200,
            type: html,
            body,
            revisit: at > 0 && chance.is(0.5),
          })),
        );
      }
    }
    for (const article of articles) {
      const lost = column.kind === 'essay' && chance.is(counts.lost / (counts.essays + counts.lost));
      const own = lost ? rowsOfLost(article, chance) : rowsOf(article, plan, chance, perAddress);
      captures.push(...own.rows);
      if (column.kind === 'essay')
        essays.push({ article, good: own.good, captured: own.captured, listed: listed.has(article) });
    }
  }
  for (let at = 0; at < counts.tools; at += 1) {
    const { address, type, body } = otherAddress(at);
    const times = timesOf(chance, 1 + chance.below(2), 2004, 7);
    tools.push(...times.map((timestamp) => ({ original: address, timestamp, status: 200, type, body })));
  }
  return {
    captures: [...captures, ...tools, ...more(tools, plan.captures - captures.length - tools.length, chance)],
    essays,
  };
}

function countsOf({ addresses, notEssays, lost }: PortalPlan) {
  const essays = Math.round(addresses * (1 - notEssays));
  const rest = addresses - essays;
  const lists = Math.ceil((essays * (1 + lost) + rest * 0.5) / perPage) + columns.length;
  // Of notices and of news alike.
  const others = Math.round(rest * 0.25);
  return { essays, lost: Math.round(essays * lost), others, tools: Math.max(1, rest - 2 * others - lists) };
}

/** Moments of captures in order, over `years` from the start of a year. */
function timesOf(chance: Chance, count: number, from: number, years: number): string[] {
  const start = Date.UTC(from, 0, 1);
  const times = Array.from({ length: count }, () => start + Math.floor(chance.next() * years * 365 * 86_400) * 1000);
  return [...new Set(times.sort((one, other) => one - other))].map(timestampOf);
}

interface Rows {
  readonly rows: readonly Capture[];
  readonly good: readonly string[];
  readonly captured: boolean;
}

function rowsOf(article: Article, { bad }: PortalPlan, chance: Chance, perAddress: number): Rows {
  const count = Math.max(1, Math.round(perAddress * (0.5 + chance.next())));
  const from = Math.max(2004, Number(article.date.slice(0, 4)) + 1);
  const rows: Capture[] = [];
  const good: string[] = [];
  let hits = 0;
  let revisited = false;
  for (const timestamp of timesOf(chance, count, from, 8)) {
    const original = chance.is(0.15) ? anotherForm(article.address, chance) : article.address;
    if (chance.is(0.04))
      rows.push({
        original,
        timestamp,
        status: 404,
        type: html,
        body: () => badPage('soft-404', article.id, new Uint8Array(0)),
      });
    else if (chance.is(0.03))
      rows.push({ original, timestamp, status: 302, type: html, location: '/', body: () => new Uint8Array(0) });
    else if (chance.is(bad)) {
      const kind = chance.of(badKinds);
      rows.push({
        original,
        timestamp,
        status: 200,
        type: html,
        lost: kind === 'lost-record',
        body: () => badPage(kind, article.id, encodeGb2312(articleHtml(article, 1))),
      });
    } else {
      revisited = good.length > 0 && chance.is(0.3);
      if (!revisited) hits += 3 + chance.below(40);
      const read = hits;
      rows.push({
        original,
        timestamp,
        status: 200,
        type: html,
        revisit: revisited,
        lengthUnknown: chance.is(0.05),
        body: () => encodeGb2312(articleHtml(article, read)),
      });
      good.push(timestamp);
    }
  }
  return { rows, good, captured: rows.some(({ status }) => status === 200) };
}

/** An essay that no archive has: a third of them are in the index as missing, or led home. */
function rowsOfLost(article: Article, chance: Chance): Rows {
  const [timestamp = '20100101000000'] = timesOf(chance, 1, 2009, 3);
  const base = { original: article.address, timestamp, type: html, body: () => new Uint8Array(0) };
  const rows: readonly Capture[] = chance.is(0.15)
    ? [{ ...base, status: 404 }]
    : chance.is(0.15)
      ? [{ ...base, status: 301, location: 'http://www.nbdx.cn/' }]
      : [];
  return { rows, good: [], captured: false };
}

/** More captures of what is there already. */
function more(captures: readonly Capture[], count: number, chance: Chance): readonly Capture[] {
  return Array.from({ length: Math.max(0, count) }, () => captures[chance.below(captures.length)]).flatMap((one) => {
    const [timestamp] = timesOf(chance, 1, 2012, 2);
    return one === undefined || timestamp === undefined ? [] : [{ ...one, timestamp, revisit: true }];
  });
}
