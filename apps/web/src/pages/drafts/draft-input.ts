import type { ReferralInput } from '#libs/casework';
import { DRAFT_STEPS, type DraftContents, type DraftId, type DraftStep, type Instant } from '#libs/domain';
import {
  CHECK,
  type AgreementAnswer,
  type CheckedStep,
  type StepContext,
  type StepParts,
} from './check-steps';
import { rawOf } from './step-fields';

/** A police referral always says when it was reported. */
export type CompleteInput = ReferralInput & { readonly reportedAt: Instant };

export type DraftAsInput =
  | { readonly kind: 'complete'; readonly input: CompleteInput }
  /** The person does not want a call, now or at all: nothing that identifies them may be sent. */
  | { readonly kind: 'declined'; readonly answer: Exclude<AgreementAnswer, ReferralInput['agreement']> }
  /** The first step that was never saved or must be put right. */
  | { readonly kind: 'incomplete'; readonly step: DraftStep };

/** One step of a draft as its rules see it; null when it was never saved. */
export function checkedStep<Step extends DraftStep>(
  contents: DraftContents,
  step: Step,
  context: StepContext,
): CheckedStep<StepParts[Step]> | null {
  const saved = contents[step];
  return saved === undefined ? null : CHECK[step](rawOf(step, saved.answers), context);
}

/** A whole draft as the referral it would make. */
export function draftAsInput(contents: DraftContents, context: StepContext): DraftAsInput {
  const part = <Step extends DraftStep>(step: Step) => checkedStep(contents, step, context)?.part ?? null;
  const [person, contact, report, agreement] = [
    part('person'),
    part('contact'),
    part('report'),
    part('agreement'),
  ];
  const agreed = agreement?.agreement;
  if (agreed === 'not-now' || agreed === 'no') return { kind: 'declined', answer: agreed };
  if (person === null || contact === null || report === null || agreed === undefined) {
    return { kind: 'incomplete', step: DRAFT_STEPS.find((step) => part(step) === null) ?? 'person' };
  }
  const rest = {
    source: 'police',
    receivedVia: 'form',
    receivedAt: null,
    phonedBy: null,
    referrer: null,
  } as const;
  const { withoutAgreement = null } = agreement ?? {};
  const answers = { ...rest, ...person, ...contact, ...report };
  return { kind: 'complete', input: { ...answers, agreement: agreed, withoutAgreement } };
}

/** The page of a draft that cannot be sent as it is. */
export function whereToGoOn(id: DraftId, draft: Exclude<DraftAsInput, { kind: 'complete' }>): string {
  return `/referrals/drafts/${id}/${draft.kind === 'declined' ? 'declined' : draft.step}`;
}
