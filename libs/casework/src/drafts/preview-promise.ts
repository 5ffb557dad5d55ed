import { computeDue, inputsOf, type Instant, type LimbDue, type Source, type StaffActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';

export type PromisePreview =
  | { readonly kind: 'preview'; readonly limbs: readonly LimbDue[]; readonly now: Instant }
  | { readonly kind: 'refused'; readonly reason: 'calendar-ends'; readonly now: Instant };

/** What both limbs of the promise would be if a referral with this start were sent now. Nothing is written. */
export class PreviewPromise {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { source, startedAt }: { source: Source; startedAt: Instant },
  ): Promise<PromisePreview> {
    return this.unitOfWork.run<PromisePreview>(actor, async (tx) => {
      const policy = await tx.policies.inForce({ source, at: tx.now });
      const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
      const limbs: LimbDue[] = [];
      for (const inputs of inputsOf({ policy, calendar, startedAt, tzdata: tx.policies.tzdata })) {
        const due = computeDue(inputs);
        if (due.kind === 'refused') return { kind: 'refused', reason: 'calendar-ends', now: tx.now };
        const { id } = inputs.limb;
        limbs.push({ limb: id, binding: id === policy.bindingLimb, dueAt: due.at });
      }
      return { kind: 'preview', limbs, now: tx.now };
    });
  }
}
