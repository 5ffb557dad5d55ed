import { ageBandOf, ageOn, ownPathwayRefusal, type PathwayRefusal, type StaffActor } from '#libs/domain';
import { refuse, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork, Vault } from '../ports';
import type { ReferralInput } from '../referrals/referral-input';
import { SubmitReferral, type SubmitOutcome } from '../referrals/submit-referral';
import { todayAtDesk } from './desk-day';
import type { PathwayInput } from './open-pathway';

export type OwnPathwayReferral = ReferralInput & { readonly pathway: PathwayInput };

export type OwnPathwayOutcome = SubmitOutcome | Refused<PathwayRefusal>;

/**
 * Takes on somebody who stays anonymous, or somebody's supporter, as any other referral: with both clocks, and a reason
 * in words when it cannot be so. A supporter's record names nobody else, and no other record learns of it.
 */
export class ReferOnOwnPathway {
  private readonly submitReferral: SubmitReferral;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    vault: Vault,
    ids: Ids,
  ) {
    this.submitReferral = new SubmitReferral(unitOfWork, vault, ids);
  }

  async execute(
    actor: StaffActor,
    input: OwnPathwayReferral,
    repeatable: Repeatable,
  ): Promise<Once<OwnPathwayOutcome>> {
    const today = await this.unitOfWork.run(actor, todayAtDesk);
    const reason = ownPathwayRefusal({
      kind: input.pathway.kind,
      source: input.source,
      band: bandOn(input.age, today),
      crimeNumberGiven: input.crimeReference !== null,
    });
    if (reason !== null) return { kind: 'done', result: refuse(reason) };
    return this.submitReferral.execute(actor, input, repeatable);
  }
}

function bandOn(age: ReferralInput['age'], today: string) {
  if (age.kind === 'band') return age.band;
  return ageBandOf(age.kind === 'years' ? age.years : Math.max(0, ageOn({ bornOn: age.bornOn, on: today })));
}
