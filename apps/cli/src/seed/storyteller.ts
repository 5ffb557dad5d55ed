import { SubmitReferral, type Intake, type ReferralInput, type UnitOfWork } from '#libs/casework';
import type { Instant, StaffActor } from '#libs/domain';
import { performOnCase } from './case-acts';
import { fresh, type Stage } from './stage';
import type { Act } from './story';
import type { Told } from './told';

/** Acts the stories out through the real use cases: nothing is written behind their back. */
export class Storyteller {
  constructor(private readonly stage: Stage) {}

  async refer(referrer: StaffActor, input: ReferralInput): Promise<Told> {
    const { work, vault, ids } = this.stage;
    let told: Told | null = null;
    const watching = watchIntake(work, ({ caseFile, routes }) => {
      const { id: caseId, referralId, personId } = caseFile;
      told = { referralId, caseId, personId, routeId: routes[0]?.id ?? null };
    });
    const once = await new SubmitReferral(watching, vault, ids).execute(referrer, input, fresh());
    if (once.kind !== 'done' || once.result.kind !== 'submitted' || told === null) {
      throw new Error(`a story began badly: ${JSON.stringify(once)}`);
    }
    return told;
  }

  perform(act: Act, told: Told, now: Instant): Promise<void> {
    return performOnCase(this.stage, { act, told, now });
  }
}

/** Overhears what is taken in, for a story goes on with the case that the receipt does not name. */
function watchIntake(work: UnitOfWork, hear: (intake: Intake) => void): UnitOfWork {
  return {
    run: (actor, act) => work.run(actor, act),
    once: (request, act) =>
      work.once(request, (tx) => {
        const insert = tx.referrals.insert.bind(tx.referrals);
        Object.assign(tx.referrals, {
          insert: (intake: Intake) => {
            hear(intake);
            return insert(intake);
          },
        });
        return act(tx);
      }),
  };
}
