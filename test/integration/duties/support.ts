import {
  AnswerCodeEvents,
  FireDuties,
  GrantEnhancedRights,
  KeepDuty,
  RecordCodeEvent,
  type DutyAct,
} from '#libs/casework';
import {
  instant,
  replayDuty,
  type CaseId,
  type DeskEvent,
  type Duty,
  type DutyId,
  type EnhancedCategory,
} from '#libs/domain';
import { dutiesOfCase } from '#libs/persistence';
import { onlyOnce, type TestInstance } from '../../support/instance';

const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};

/** The acts on duties in a line each. */
export class DutyActs {
  constructor(private readonly instance: () => TestInstance) {}

  /** What the worker does with what was told, until nothing is left. */
  answerAll(): Promise<number> {
    return new AnswerCodeEvents(this.instance().workerWork).execute({ limit: 200 });
  }

  fire(): Promise<number> {
    return new FireDuties(this.instance().workerWork).execute({ limit: 200 });
  }

  of(caseId: CaseId, by = 'responder'): Promise<readonly Duty[]> {
    const { webWork, persona } = this.instance();
    return webWork.read(persona(by), (manager) => dutiesOfCase(manager, caseId));
  }

  async one(caseId: CaseId, entitlementId: string, round = 1): Promise<Duty> {
    const found = (await this.of(caseId)).find(
      (duty) => duty.entitlementId === entitlementId && duty.round === round,
    );
    if (!found) throw new Error(`there is no ${entitlementId}`);
    return found;
  }

  async keep(duty: Pick<Duty, 'id' | 'revision'>, act: DutyAct, by = 'responder') {
    const { webWork, persona } = this.instance();
    const input = { dutyId: duty.id, revision: duty.revision, act };
    return done(await new KeepDuty(webWork).execute(persona(by), input, onlyOnce()));
  }

  async tell(caseId: CaseId, event: DeskEvent, at: string, by = 'responder') {
    const { webWork, ids, persona } = this.instance();
    const input = { caseId, event, happenedAt: instant(at) };
    return done(await new RecordCodeEvent(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async grant(caseId: CaseId, category: EnhancedCategory, by = 'responder') {
    const { webWork, persona } = this.instance();
    return done(
      await new GrantEnhancedRights(webWork).execute(persona(by), { caseId, category }, onlyOnce()),
    );
  }

  /** The journal alone, replayed, beside what the table says. */
  async replayed(dutyId: DutyId) {
    const events = await this.instance().admin<{ type: string; payload: Record<string, unknown> }>(
      `select event_type as type, payload from app.journal where subject_kind = 'duty' and subject_id = $1
       order by position`,
      [dutyId],
    );
    return replayDuty(events);
  }
}
