import {
  therapyMilestoneFault,
  therapyStanding,
  type CaseId,
  type Instant,
  type StaffActor,
  type TherapyMilestone,
  type TherapyMilestoneId,
  type TherapyMilestoneKind,
  type TherapyMilestoneRefusal,
  type TherapyState,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, NotedCase, NoteWorks, Once, Repeatable } from '../ports';
import { caseToRead, caseToWrite, logReading } from './note-access';
import { milestoneEvent } from './note-events';

export interface TherapyMilestoneInput {
  readonly caseId: CaseId;
  readonly kind: TherapyMilestoneKind;
  /** Sessions held so far; of the kind `sessions` alone. */
  readonly sessions: number | null;
  readonly happenedAt: Instant;
}

export type RecordTherapyMilestoneOutcome =
  | { readonly kind: 'recorded'; readonly milestoneId: TherapyMilestoneId }
  | NotFound
  | Refused<TherapyMilestoneRefusal>;

/** Records how far therapy has come. It takes no words, so that none can be asked for (law §8.3). */
export class RecordTherapyMilestone {
  constructor(
    private readonly works: NoteWorks,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { caseId, ...told }: TherapyMilestoneInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordTherapyMilestoneOutcome>> {
    return this.works.therapy.once<RecordTherapyMilestoneOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      async (tx) => {
        const noted = await caseToWrite(tx, { wall: 'therapy', caseId });
        if (noted === null) return NOT_FOUND;
        const fault = therapyMilestoneFault(await tx.milestones.lockOfCase(caseId), { ...told, now: tx.now });
        if (fault !== null) return refuse(fault);
        const milestone: TherapyMilestone = {
          ...told,
          id: this.ids.next<TherapyMilestoneId>(),
          caseId,
          personId: noted.personId,
          handlingAgencyId: noted.handlingAgencyId,
          agencyId: actor.agencyId,
          recordedBy: actor.userId,
          recordedAt: tx.now,
        };
        await tx.milestones.insert(milestone);
        await tx.journal.append([milestoneEvent(milestone)]);
        return { kind: 'recorded', milestoneId: milestone.id };
      },
    );
  }
}

export type ReadTherapyOutcome =
  | {
      readonly kind: 'read';
      readonly noted: NotedCase;
      readonly milestones: readonly TherapyMilestone[];
      readonly state: TherapyState;
      readonly sessions: number;
      readonly now: Instant;
    }
  | NotFound;

/** The milestones of one case, for the service that gives the therapy and nobody else. */
export class ReadTherapyMilestones {
  constructor(private readonly works: NoteWorks) {}

  async execute(actor: StaffActor, { caseId }: { readonly caseId: CaseId }): Promise<ReadTherapyOutcome> {
    return this.works.therapy.run<ReadTherapyOutcome>(actor, async (tx) => {
      const noted = await caseToRead(tx, { wall: 'therapy', caseId });
      if (noted === null) return NOT_FOUND;
      const milestones = await tx.milestones.ofCase(caseId);
      await logReading(tx, 'therapy', noted);
      return { kind: 'read', noted, milestones, now: tx.now, ...therapyStanding(milestones) };
    });
  }
}
