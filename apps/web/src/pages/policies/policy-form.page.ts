import type { DeadlinePolicy, Limb } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { weekFields } from '../calendars/week-fields';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { limbName } from '../promise-words/limb-words';
import { POLICY_FORM, READING_WORDS } from './policy-form.copy';
import { limbField, partsOf, type PolicyRaw } from './policy.form';

export function policyFormPage(options: {
  policy: DeadlinePolicy;
  calendars: readonly string[];
  raw: PolicyRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { policy, calendars, raw, errors, idempotencyKey } = options;
  const wrong = wrongFields(errors);
  return {
    title: `Policy ${policy.id}: draft version ${policy.version + 1}`,
    path: `/policies/${policy.id}/new`,
    copy: POLICY_FORM,
    limbs: policy.limbs.map((limb, index) => limbGroup(limb, index)),
    readings: Object.entries(READING_WORDS).map(([value, text]) => ({ value, text })),
    binding: policy.limbs.map((limb) => ({ value: limb.id, text: limbName(limb) })),
    calendars: calendars.map((id) => ({ value: id, text: id })),
    week: weekFields('onCall', raw, wrong),
    ending: draftEnding(raw, errors),
    raw,
    errors,
    wrong,
    idempotencyKey,
  };
}

function limbGroup(limb: Limb, index: number) {
  const names = Object.fromEntries(partsOf(limb).map((part) => [part.toLowerCase(), limbField(index, part)]));
  return {
    kind: limb.kind,
    title: limb.kind === 'elapsed' ? POLICY_FORM.elapsedTitle : POLICY_FORM.workingTitle,
    names,
  };
}
