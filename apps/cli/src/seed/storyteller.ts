import { SubmitReferral, type ReferralInput } from '#libs/casework';
import type { CaseId, Instant, PersonId, ReferralId, RouteId, StaffActor } from '#libs/domain';
import { performOnCase } from './case-acts';
import { fresh, type Stage } from './stage';
import type { Act } from './story';

export interface Told {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly routeId: RouteId | null;
}

/** Acts the stories out through the real use cases: nothing is written behind their back. */
export class Storyteller {
  constructor(private readonly stage: Stage) {}

  async refer(referrer: StaffActor, input: ReferralInput): Promise<Told> {
    const { work, vault, ids, session } = this.stage;
    const once = await new SubmitReferral(work, vault, ids).execute(referrer, input, fresh());
    if (once.kind !== 'done' || once.result.kind !== 'submitted') {
      throw new Error(`a story began badly: ${JSON.stringify(once)}`);
    }
    const { referralId } = once.result;
    const [row] = await session.look<{ case_id: CaseId; person_id: PersonId; route_id: RouteId | null }>(
      `select c.case_id, c.person_id, r.route_id from app.case_file c
       left join app.contact_route r using (person_id) where c.referral_id = $1`,
      [referralId],
    );
    if (!row) throw new Error('every referral has a case');
    return { referralId, caseId: row.case_id, personId: row.person_id, routeId: row.route_id };
  }

  perform(act: Act, told: Told, now: Instant): Promise<void> {
    return performOnCase(this.stage, { act, told, now });
  }
}
