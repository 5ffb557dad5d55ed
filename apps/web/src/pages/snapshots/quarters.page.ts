import {
  isPublished,
  mayDo,
  quarterInWords,
  RESTATEMENT_REASONS,
  type Snapshot,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { dayInFull } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { pathOf } from './report-view';
import { QUARTERS, RESTATEMENT_WORDS, STATE_WORDS } from './snapshots.copy';

export interface QuartersShown {
  readonly actor: StaffActor;
  readonly snapshots: readonly Snapshot[];
  /** First months of the quarters that are over for a month, newest first. */
  readonly countable: readonly string[];
  readonly timezone: string;
  readonly raw: { readonly quarter: string; readonly reason: string };
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
  readonly idempotencyKey?: string;
}

/** Every report that the reader may know of; and for whoever closes quarters a form to count one. */
export function quartersPage(shown: QuartersShown) {
  const { actor, snapshots, countable, timezone, raw, errors, notice, idempotencyKey } = shown;
  const option = (value: string, text: string, chosen: string) => ({
    value,
    text,
    selected: value === chosen,
  });
  return {
    copy: QUARTERS,
    title: QUARTERS.title,
    rows: snapshots.map((snapshot) => ({
      quarter: quarterInWords(snapshot.quarter),
      path: pathOf(snapshot),
      version: QUARTERS.version(snapshot.version),
      state: STATE_WORDS[snapshot.state],
      counted: dayInFull(snapshot.countedAt, timezone),
      compare: comparisonOf(snapshot, snapshots),
    })),
    mayCount: mayDo(actor, 'keep-snapshots'),
    quarters: [
      option('', QUARTERS.quarterChoose, raw.quarter),
      ...countable.map((month) => option(month, quarterInWords(month), raw.quarter)),
    ],
    reasons: [
      option('', QUARTERS.reasonChoose, raw.reason),
      ...RESTATEMENT_REASONS.map((reason) => option(reason, sentence(RESTATEMENT_WORDS[reason]), raw.reason)),
    ],
    nothingToCount: countable.length === 0,
    errors,
    wrong: wrongFields(errors),
    notice,
    idempotencyKey,
  };
}

function comparisonOf({ quarter, version, restates }: Snapshot, all: readonly Snapshot[]) {
  const before = all.find((one) => one.id === restates && isPublished(one));
  if (before === undefined) return null;
  return {
    path: `/figures/quarters/compare?before=${quarter}.${before.version}&after=${quarter}.${version}`,
    text: QUARTERS.compareWithEarlier(
      `${quarterInWords(quarter)}, ${QUARTERS.version(version)},`,
      before.version,
    ),
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
