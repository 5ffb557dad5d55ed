import {
  ruleName,
  type AgencyId,
  type Role,
  type Shown,
  type SupportKind,
  type WaitingList,
} from '#libs/domain';
import type { WaitingListsRead } from '#libs/persistence';
import { calendarDay, dayInFull, timeOfDay } from '../../../formatting/moments';
import { waitingCharts } from './waiting-charts';
import { WAITING } from './waiting-lists.copy';
import { lengthWords, nameOf } from './waiting-words';

interface Around {
  readonly role: Role;
  readonly kindName: (kind: SupportKind) => string;
  readonly agencyName: (id: AgencyId | null) => string;
  readonly timezone: string;
}

/** The lists as this role may have them. There is no rank and nobody's place in it. */
export function waitingListsPage({ lists, published, asAt, rule }: WaitingListsRead, around: Around) {
  const { role, timezone } = around;
  const shown = asAt === null ? [] : lists.map((list) => rowView(list, { ...around, published }));
  return {
    ...WAITING,
    note: published ? WAITING.published : role === 'provider-coordinator' ? WAITING.own : WAITING.desk,
    hidesSome: lists.some((list) => hides(list)),
    hasSamples: lists.some(({ listed }) => listed?.capacity?.sample === true),
    rows: shown,
    charts: published && asAt !== null ? waitingCharts(lists, { ...around, asAt }) : [],
    empty: published && asAt === null ? WAITING.notYet : WAITING.empty,
    counted:
      asAt !== null && rule !== null ? WAITING.countedAt(dayInFull(asAt, timezone), ruleName(rule)) : null,
    asAt: published || asAt === null ? null : timeOfDay(asAt, timezone),
    live: !published,
  };
}

function hides({ shown: { waiting, median, caseload } }: WaitingList): boolean {
  return [waiting, median, caseload].some(({ kind }) => kind === 'hidden');
}

function rowView(
  { listed, kind, anyOpen, shown }: WaitingList,
  { published, kindName, agencyName }: Around & { readonly published: boolean },
) {
  const capacity = listed?.capacity ?? null;
  const posts = capacity?.posts ?? 0;
  const length = (value: Shown<number | null>, nobody: string = WAITING.none) =>
    wordsOf(value, (found) => (found === null ? nobody : lengthWords(found, published)));
  const desk = listed === null;
  return {
    ...nameOf({ listed, kind }, { kindName, agencyName }),
    waiting: wordsOf(shown.waiting, String),
    median: length(shown.median, WAITING.nobody),
    p90: length(shown.p90),
    longest: length(shown.longest),
    list: desk ? (anyOpen ? WAITING.someOpen : WAITING.allClosed) : listWords(capacity),
    caseload: desk ? WAITING.none : wordsOf(shown.caseload, String),
    perPost: desk
      ? WAITING.none
      : wordsOf(shown.perPost, (found) => (found === null ? WAITING.noPosts : String(found))),
    posts: posts > 0 ? WAITING.posts(posts, capacity?.sample === true) : null,
    unanswered: desk || shown.unanswered === null ? WAITING.none : String(shown.unanswered),
    room: desk ? WAITING.none : shown.room === null ? WAITING.noLimit : String(shown.room),
  };
}

function listWords(capacity: NonNullable<WaitingList['listed']>['capacity']): string {
  if (capacity === null) return WAITING.unknown;
  return capacity.list === 'open' ? WAITING.open : WAITING.closed(calendarDay(capacity.listSince));
}

function wordsOf<Value>(shown: Shown<Value>, words: (value: Value) => string): string {
  return shown.kind === 'hidden' ? '[c]' : words(shown.value);
}
