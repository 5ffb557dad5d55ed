import {
  ReferOnOwnPathway,
  type OwnPathwayOutcome,
  type OwnPathwayReferral,
  type PathwayInput,
  type ReferralInput,
} from '#libs/casework';
import type { CaseId, PersonId, ReferralId, SupportTaskId } from '#libs/domain';
import { aReferral } from '#libs/testing';
import { onlyOnce, type TestInstance } from '../../support/instance';

export const MONDAY = '2026-03-02T10:05:30Z';

export interface TaskRow {
  readonly task_id: SupportTaskId;
  readonly kind: string;
  readonly state: string;
  readonly due_at: Date;
  readonly planned_on: string | null;
  readonly outcome: string | null;
  readonly revision: number;
}

/** What tests of kinds of support do and look at, behind row-level security where they look. */
export class SupportActs {
  constructor(private readonly instance: () => TestInstance) {}

  tasksOf(caseId: CaseId): Promise<TaskRow[]> {
    return this.instance().admin<TaskRow>(
      `select task_id, kind, state, due_at, planned_on::text, outcome, revision from app.support_task
       where case_id = $1 order by opened_at, task_id`,
      [caseId],
    );
  }

  async taskOf(caseId: CaseId, kind: string): Promise<TaskRow> {
    const task = (await this.tasksOf(caseId)).findLast((one) => one.kind === kind);
    if (task === undefined) throw new Error(`the case has no task ${kind}`);
    return task;
  }

  eventsOf(caseId: CaseId): Promise<{ event_type: string; reason: string | null; payload: object }[]> {
    return this.instance().admin(
      'select event_type, reason, payload from app.journal where case_id = $1 order by position',
      [caseId],
    );
  }

  async refer(pathway: PathwayInput, change: Partial<ReferralInput> = {}, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    const built = aReferral()
      .with({ source: 'self', crimeReference: null, reportedAt: null, agreement: 'agreed', ...change })
      .build();
    const input: OwnPathwayReferral = { ...built, pathway };
    const once = await new ReferOnOwnPathway(webWork, vault, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  /** As `refer`, for one that is taken on. */
  async referred(pathway: PathwayInput, change: Partial<ReferralInput> = {}, by = 'responder') {
    const outcome: OwnPathwayOutcome = await this.refer(pathway, change, by);
    if (outcome.kind !== 'submitted') throw new Error(JSON.stringify(outcome));
    return this.caseOf(outcome.referralId);
  }

  async caseOf(referralId: ReferralId) {
    const [row] = await this.instance().admin<{ caseId: CaseId; personId: PersonId; revision: number }>(
      `select case_id as "caseId", person_id as "personId", revision from app.case_file where referral_id = $1`,
      [referralId],
    );
    if (row === undefined) throw new Error('a referral always has a case');
    return { ...row, referralId };
  }

  async revisionOf(caseId: CaseId): Promise<number> {
    const [row] = await this.instance().admin<{ revision: number }>(
      'select revision from app.case_file where case_id = $1',
      [caseId],
    );
    return row?.revision ?? 0;
  }
}
