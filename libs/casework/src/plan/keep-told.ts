import type { StaffActor, ToldTopic } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { placeInPlan, type PlanDoor } from './place-in-plan';
import { toldEvent } from './plan-events';

export type KeepToldOutcome =
  { readonly kind: 'kept'; readonly changed: number } | NotFound | Refused<'case-closed'>;

/** Keeps which topics the person has told the actor's service, so that nobody asks again; never what was said. */
export class KeepTold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { door, topics }: { readonly door: PlanDoor; readonly topics: readonly ToldTopic[] },
    repeatable: Repeatable,
  ): Promise<Once<KeepToldOutcome>> {
    return this.unitOfWork.once<KeepToldOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      async (tx) => {
        const place = await placeInPlan(tx, actor, door);
        if (place === null) return NOT_FOUND;
        if (place.closed) return refuse('case-closed');
        const { caseId, personId, handlingAgencyId } = place;
        const { agencyId, userId: recordedBy } = actor;
        const held = await tx.plans.toldTo(caseId, agencyId);
        const ended = held.filter(({ topic }) => !topics.includes(topic));
        const added = [...new Set(topics)]
          .filter((topic) => !held.some((one) => one.topic === topic))
          .map((topic) => ({
            id: this.ids.next(),
            ...{ caseId, personId, handlingAgencyId, agencyId, topic, recordedBy },
            recordedAt: tx.now,
          }));
        for (const { topic } of ended) await tx.plans.endTold({ caseId, agencyId, topic });
        for (const entry of added) await tx.plans.noteTold(entry);
        await tx.journal.append([
          ...added.map((entry) => toldEvent(entry, 'plan-topic.told', tx.now)),
          ...ended.map((entry) => toldEvent(entry, 'plan-topic.ended', tx.now)),
        ]);
        return { kind: 'kept', changed: added.length + ended.length };
      },
    );
  }
}
