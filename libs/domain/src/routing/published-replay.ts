import { localDate } from '../time';
import { mayHold } from './conditions';
import { readForensic } from './forensic';
import type { PastRoute, RoutingReplay } from './replay';
import type { RoutingRule, RoutingTable } from './table';

/** Fewer people than this are not told apart from none, as in every published table. */
export const FEWEST_SHOWN = 8;

const ROUNDED_TO = 5;

type Counts = Omit<RoutingReplay, 'references' | 'byKind'>;

/** A replay for whoever may not see cases: counts to the nearest five, and null for fewer than `FEWEST_SHOWN`. */
export type PublishedReplay = { readonly [Count in keyof Counts]: number | null } & {
  readonly byKind: readonly {
    readonly kind: RoutingReplay['byKind'][number]['kind'];
    readonly changed: number | null;
  }[];
  readonly references: readonly string[];
};

/** What a replay may say to whoever may not see cases. */
export function publishedReplay(replay: RoutingReplay): PublishedReplay {
  return {
    tried: published(replay.tried),
    elsewhere: published(replay.elsewhere),
    toAnotherService: published(replay.toAnotherService),
    nowDecidedByPerson: published(replay.nowDecidedByPerson),
    noLongerDecidedByPerson: published(replay.noLongerDecidedByPerson),
    newlyAnswered: published(replay.newlyAnswered),
    noLongerAnswered: published(replay.noLongerAnswered),
    newlyFirst: published(replay.newlyFirst),
    noLongerFirst: published(replay.noLongerFirst),
    byKind: replay.byKind.map(({ kind, changed }) => ({ kind, changed: published(changed) })),
    references: [],
  };
}

function published(count: number): number | null {
  return count < FEWEST_SHOWN ? null : Math.round(count / ROUNDED_TO) * ROUNDED_TO;
}

/**
 * Whether a draft asks about too few people: a rule that it adds, takes out or changes counts for fewer than
 * `FEWEST_SHOWN` of them. Its answer would tell whether somebody like that was here.
 */
export function asksAboutFew(
  past: readonly PastRoute[],
  { current, draft }: { readonly current: RoutingTable; readonly draft: RoutingTable },
): boolean {
  const changed = [...missingFrom(current, draft), ...missingFrom(draft, current)];
  return changed.some((rule) => past.filter((one) => countsFor(rule, one, draft)).length < FEWEST_SHOWN);
}

function missingFrom(table: RoutingTable, other: RoutingTable): readonly RoutingRule[] {
  const there = new Set(table.rules.map(sameness));
  return other.rules.filter((rule) => !there.has(sameness(rule)));
}

function sameness({ when, then }: RoutingRule): string {
  return JSON.stringify([Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1)), then]);
}

function countsFor(
  { when }: RoutingRule,
  { at, facts }: PastRoute,
  { windows, timezone }: RoutingTable,
): boolean {
  const forensic = readForensic(facts, { windows, on: localDate(at, timezone) });
  return mayHold(when, { facts, forensic });
}
