import type { MatchOpened, MatchSide } from '#libs/casework';
import { districtsEver, type AreaPack } from '#libs/config';
import { MATCH_DECISIONS, MATCH_REASONS, UNDO_REASONS, type Instant } from '#libs/domain';
import type { MatchBoardRow } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import { AGE_WORDS } from '../cases/case.copy';
import { DOOR_WORDS } from '../doors/door.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { EVIDENCE_WORDS } from '../person-search/search.copy';
import * as copy from './matching.copy';
import type { DecisionRaw } from './matching.form';

interface Around {
  readonly now: Instant;
  readonly pack: AreaPack;
}

export function matchesPage(
  rows: readonly MatchBoardRow[],
  around: Around & { decided: boolean; nextPath: string | undefined; notice: Notice | null },
) {
  const { decided, nextPath, notice, now, pack } = around;
  const time = { now, timezone: pack.timezone };
  const words = copy.MATCHES_PAGE;
  return {
    ...words,
    title: decided ? words.decidedTitle : words.title,
    empty: decided ? words.decidedEmpty : words.empty,
    otherHref: decided ? '/matches' : '/matches?show=decided',
    otherText: decided ? words.toWaiting : words.toDecided,
    cards: rows.map((row) => ({
      href: `/matches/${row.reviewId}`,
      title: `${row.reference} and ${row.otherReference}`,
      danger: row.danger,
      found: momentInWords(row.foundAt, time),
      state: decided ? copy.STATE_WORDS[row.state] : null,
      evidence: row.evidence.map((code) => EVIDENCE_WORDS[code]),
    })),
    nextPath,
    notice,
    asAt: timeOfDay(now, pack.timezone),
  };
}

type Opened = Extract<MatchOpened, { kind: 'opened' }>;

export function matchPage(
  { review, sides, note }: Opened,
  around: Around & {
    raw: DecisionRaw | null;
    errors: readonly FieldError[];
    idempotencyKey?: string;
    notice: Notice | null;
    nameOf: (id: NonNullable<Opened['review']['decidedBy']>) => string;
  },
) {
  const { raw, errors, idempotencyKey, notice, now, pack } = around;
  const waits = review.state === 'waiting';
  const [newer, older] = sides;
  return {
    ...copy.MATCH_PAGE,
    path: `/matches/${review.id}`,
    waits,
    sides: [sideOf(copy.MATCH_PAGE.newer, newer, around), sideOf(copy.MATCH_PAGE.older, older, around)],
    evidenceList: review.evidence.map((code) => EVIDENCE_WORDS[code]),
    decidedRows: waits ? [] : decidedRows({ review, note }, around),
    decisions: MATCH_DECISIONS.map((value) => ({ value, ...copy.DECISION_WORDS[value] })),
    reasons: MATCH_REASONS.map((value) => ({ value, text: copy.REASON_WORDS[value] })),
    undoReasons: UNDO_REASONS.map((value) => ({ value, text: copy.REASON_WORDS[value] })),
    raw: raw ?? { decision: '', reason: '', note: '', revision: String(review.revision) },
    revision: review.revision,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    notice,
    asAt: timeOfDay(now, pack.timezone),
  };
}

function sideOf(title: string, { candidate, facts }: MatchSide, { now, pack }: Around) {
  const { caseId, reference, openedAt, closedAt, ageBand, district, source } = candidate;
  const time = { now, timezone: pack.timezone };
  const names = facts?.names ?? [copy.MATCH_PAGE.unreadable];
  const full = names.at(-1) ?? '';
  const rows = [
    { key: 'Name', value: full },
    ...(names.length > 1 && names[0] !== full ? [{ key: 'Ask for', value: names[0] ?? '' }] : []),
    { key: 'Born', value: facts?.bornOn ? dayInWords(facts.bornOn) : 'Not known' },
    { key: 'Age', value: AGE_WORDS[ageBand] },
    {
      key: 'District',
      value: districtsEver(pack.districts).find(({ code }) => code === district)?.name ?? 'Not known',
    },
    { key: 'Referred by', value: DOOR_WORDS[source].name },
    { key: 'Referred', value: momentInWords(openedAt, time) },
    { key: 'Case', value: closedAt === null ? 'Open' : `Closed ${momentInWords(closedAt, time)}` },
  ];
  return { title, reference, href: `/cases/${caseId}`, rows };
}

function decidedRows(
  { review, note }: Pick<Opened, 'review' | 'note'>,
  { pack, nameOf }: Around & { nameOf: (id: NonNullable<Opened['review']['decidedBy']>) => string },
) {
  const { state, reason, decidedBy, decidedAt } = review;
  return [
    { key: 'Decision', value: copy.STATE_WORDS[state] },
    ...(reason ? [{ key: 'Went by', value: copy.REASON_WORDS[reason] }] : []),
    ...(decidedBy ? [{ key: 'By', value: nameOf(decidedBy) }] : []),
    ...(decidedAt ? [{ key: 'When', value: timeInWords(decidedAt, pack.timezone) }] : []),
    ...(note ? [{ key: 'In their words', value: note }] : []),
  ];
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

function dayInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
