import { mayDecideCheck, type CheckRefusal, type Instant, type StaffActor } from '#libs/domain';
import type { CheckBoardRow } from '#libs/persistence';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import * as copy from './checks.copy';

export interface CheckCard {
  readonly reference: string;
  readonly casePath: string;
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  readonly effect: string;
  readonly decisionPath: string;
  readonly revision: number;
  /** Why this reader may not decide it; undefined when they may. */
  readonly whyNot: string | undefined;
}

export interface ChecksPage {
  readonly title: string;
  readonly intro: string;
  readonly asAt: string;
  readonly cards: readonly CheckCard[];
  readonly empty: string;
  readonly confirm: string;
  readonly decline: string;
  readonly nextPath: string | undefined;
  readonly notice: Notice | null;
}

interface Reading {
  readonly actor: StaffActor;
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}

export function checksPage(
  rows: readonly CheckBoardRow[],
  {
    nextPath,
    notice,
    ...reading
  }: Reading & { readonly nextPath: string | undefined; readonly notice: Notice | null },
): ChecksPage {
  return {
    title: copy.CHECKS_TITLE,
    intro: copy.CHECKS_INTRO,
    asAt: timeOfDay(reading.now, reading.timezone),
    cards: rows.map((row) => cardOf(row, reading)),
    empty: copy.NO_CHECKS,
    confirm: copy.CONFIRM,
    decline: copy.DECLINE,
    nextPath,
    notice,
  };
}

function cardOf(row: CheckBoardRow, reading: Reading): CheckCard {
  const words = copy.KIND_WORDS[row.claim.kind];
  const may = mayDecideCheck(reading.actor, {
    kind: row.claim.kind,
    askedBy: row.askedBy,
    state: 'waiting',
  });
  const name = reading.nameOf(row.askedBy);
  const own = row.askedBy === reading.actor.userId;
  const asker = own ? name : copy.askerInWords(name, row.askedByRole);
  return {
    reference: row.reference,
    casePath: `/cases/${row.caseId}`,
    title: words.title,
    rows: [
      ...timesOf(row.claim, reading.timezone),
      { key: 'Reason', value: copy.reasonInWords(row.reason) },
      { key: 'Asked by', value: `${asker}, ${momentInWords(row.askedAt, reading)}` },
    ],
    effect: words.effect,
    decisionPath: `/checks/${row.checkId}/decision`,
    revision: row.revision,
    whyNot: may.kind === 'may' ? undefined : whyNot(may.reason),
  };
}

function timesOf(claim: CheckBoardRow['claim'], timezone: string): CheckCard['rows'] {
  if (claim.kind === 'exhausted') return attemptsOf(claim);
  const words = copy.KIND_WORDS[claim.kind];
  const [before, after] =
    claim.kind === 'late-entry' ? [claim.happenedAt, claim.recordedAt] : [claim.from, claim.to];
  const times = [
    { key: words.before, value: timeInWords(before, timezone) },
    { key: words.after, value: timeInWords(after, timezone) },
  ];
  if (claim.kind !== 'late-entry') return times;
  return [...times, { key: 'What happened', value: copy.OUTCOME_WORDS[claim.outcome] }];
}

function attemptsOf({ attempts, welfareCheck }: Extract<CheckBoardRow['claim'], { kind: 'exhausted' }>) {
  return [
    { key: 'Attempts', value: String(attempts) },
    { key: 'Welfare check', value: copy.WELFARE_WORDS[welfareCheck] },
  ];
}

function whyNot(reason: CheckRefusal): string {
  return reason === 'not-allowed' ? copy.ONLY_A_LEAD : copy.REFUSALS[reason].sentence;
}
