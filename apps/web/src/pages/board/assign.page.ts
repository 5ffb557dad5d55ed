import type { Instant, UserId } from '#libs/domain';
import type { CaseToGive } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence } from '../colleagues/name-in-words';
import { wrongFields } from '../form-acts/wrong-fields';
import { ASSIGN } from './assign.copy';
import type { AssignForm } from './assign.form';

interface PageTime {
  readonly now: Instant;
  readonly timezone: string;
}

/** What is about to happen, case by case, and to whom the cases can go. */
export function assignPage(options: {
  readonly form: AssignForm;
  readonly cases: readonly CaseToGive[];
  readonly receivers: readonly UserId[];
  readonly nameOf: NameOf;
  readonly errors: readonly FieldError[];
  readonly time: PageTime;
}) {
  const { form, cases, receivers, nameOf, errors, time } = options;
  return {
    ...ASSIGN,
    rows: cases.map((row) => caseToGiveView(row, nameOf, time)),
    choices: receiverChoices(receivers, nameOf),
    to: form.raw.to,
    view: form.raw.view,
    ticks: form.raw.cases,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey: errors.length > 0 ? form.idempotencyKey : undefined,
    asAt: timeOfDay(time.now, time.timezone),
  };
}

export function receiverChoices(receivers: readonly UserId[], nameOf: NameOf) {
  return receivers
    .map((userId) => ({ value: userId as string, text: nameOf(userId) }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
}

export function caseToGiveView(row: CaseToGive, nameOf: NameOf, time: PageTime) {
  const { offered } = row;
  return {
    href: `/cases/${row.caseId}`,
    reference: row.reference,
    owner: nameOf(row.ownerUserId),
    nextDue: momentInWords(row.nextDueAt, time),
    offered:
      offered &&
      `Offered to ${offered.to === null ? 'the team' : inSentence(nameOf(offered.to))} now; that offer ends`,
  };
}
