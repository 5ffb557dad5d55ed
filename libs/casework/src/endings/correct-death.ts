import { event, type CaseId, type DeathMistake, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { restartDuties } from '../duties';
import { reopenCase } from '../matching/reopen-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface CorrectDeathInput {
  readonly caseId: CaseId;
  readonly because: DeathMistake;
}

export type CorrectDeathOutcome =
  { readonly kind: 'corrected'; readonly reopened: readonly CaseId[] } | NotFound | Refused<'not-recorded'>;

/**
 * A death was recorded by mistake. A duty lead takes it back: the stop is lifted, the record is open again, the cases that
 * it closed go on with the clocks they always had, and so do the duties under the Victims' Code. Messages, requests,
 * tasks and appointments that were taken back stay so: somebody looks at each anew.
 */
export class CorrectDeath {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: CorrectDeathInput,
    repeatable: Repeatable,
  ): Promise<Once<CorrectDeathOutcome>> {
    return this.unitOfWork.once<CorrectDeathOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'corrected' },
      (tx) => this.correct(tx, actor, input),
    );
  }

  private async correct(
    tx: Transaction,
    actor: StaffActor,
    { caseId, because }: CorrectDeathInput,
  ): Promise<CorrectDeathOutcome> {
    const caseFile = await lockCaseFor(tx, 'correct-death', caseId);
    if (caseFile === null) return NOT_FOUND;
    const { personId } = caseFile;
    const standing = await tx.deaths.standing(personId);
    const death = standing && (await tx.deaths.lock(standing.id));
    if (death === null) return refuse('not-recorded');
    const by = { correctedBy: actor.userId, correctedAt: tx.now };
    await tx.deaths.correct({ ...death, ...by, mistakenBecause: because });
    await tx.deaths.takeBack(death.id);
    await tx.contactStops.markCard({ personId, stopped: false, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: death.caseId },
        caseId: death.caseId,
        type: 'death.corrected',
        happenedAt: tx.now,
        reason: because,
        payload: { deathId: death.id },
      }),
    ]);
    const reopened: CaseId[] = [];
    for (const id of death.closedCases) {
      const one = await tx.cases.lock(id);
      if (one === null || one.closedAt === null) continue;
      const ending = await tx.endings.standing(id);
      if (ending !== null) await tx.endings.undo({ id: ending.id, by: actor.userId, at: tx.now });
      await reopenCase(tx, { ids: this.ids, caseFile: one, reason: 'death-corrected' });
      reopened.push(id);
    }
    for (const id of await tx.deaths.casesOf(personId)) await restartDuties(tx, id);
    return { kind: 'corrected', reopened };
  }
}
