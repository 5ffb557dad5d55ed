import { mayAnswerPage, type Instant, type StaffActor } from '#libs/domain';
import type { UrgentPageBoardRow } from '#libs/persistence';
import { distanceInWords, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import * as copy from './urgent-pages.copy';

export interface UrgentCard {
  readonly reference: string;
  readonly casePath: string;
  readonly reasons: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  readonly answerPath: string;
  readonly revision: number;
  readonly mayAnswer: boolean;
}

export interface UrgentPagesPage {
  readonly title: string;
  readonly intro: string;
  readonly asAt: string;
  readonly cards: readonly UrgentCard[];
  readonly empty: string;
  readonly answer: string;
  readonly notYours: string;
  readonly notice: Notice | null;
}

interface Reading {
  readonly actor: StaffActor;
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}

export function urgentPagesPage(
  rows: readonly UrgentPageBoardRow[],
  { notice, ...reading }: Reading & { readonly notice: Notice | null },
): UrgentPagesPage {
  const { title, intro, empty, answer, notYours } = copy.URGENT;
  return {
    title,
    intro,
    asAt: timeOfDay(reading.now, reading.timezone),
    cards: rows.map((row) => cardOf(row, reading)),
    empty,
    answer,
    notYours,
    notice,
  };
}

function cardOf(row: UrgentPageBoardRow, reading: Reading): UrgentCard {
  const { actor, nameOf, now } = reading;
  const told = row.pagedUserId === null ? copy.URGENT.nobodyOnCall : nameOf(row.pagedUserId);
  const risk =
    row.riskAcknowledgedAt === null
      ? copy.RISK_OPEN
      : copy.RISK_HELD(momentInWords(row.riskAcknowledgedAt, reading));
  return {
    reference: row.reference,
    casePath: `/cases/${row.caseId}`,
    reasons: row.reasons.map((reason) => copy.REASON_WORDS[reason]).join('; '),
    rows: [
      {
        key: 'Raised',
        value: `${momentInWords(row.raisedAt, reading)}, ${distanceInWords(row.raisedAt, now)}`,
      },
      { key: 'On call then', value: told },
      { key: 'Told so far', value: toldInWords(row, reading) },
      ...(row.pagedUserId === null ? [{ key: 'Risk', value: risk }] : []),
    ],
    answerPath: `/alerts/urgent/${row.pageId}/acknowledge`,
    revision: row.revision,
    mayAnswer: mayAnswerPage(actor, { ...row, state: 'open' }) === null,
  };
}

function toldInWords(
  { level, stepsTaken, lastStepAt, nextStepAt }: UrgentPageBoardRow,
  reading: Reading,
): string {
  if (level === null || lastStepAt === null) return copy.URGENT.notStepped;
  const times = stepsTaken === 1 ? 'Once' : `${stepsTaken} times`;
  const last = `${times}, last ${copy.LEVEL_WORDS[level]} ${momentInWords(lastStepAt, reading)}`;
  return nextStepAt === null ? last : `${last}. Again ${momentInWords(nextStepAt, reading)} unless answered`;
}
