import {
  AddPlanTask,
  AnswerEquality,
  BookAppointment,
  ChangeAppointment,
  ChangeComplaint,
  ChangeRisk,
  ChangeSupportTask,
  CorrectOutcome,
  MoveReview,
  PlanReview,
  RaiseRisk,
  RecordComplaint,
  RecordFeedback,
  RecordNeeds,
  RecordOutcomes,
  RemindOfAppointment,
  TakeCase,
  type AddPlanTaskInput,
  type AppointmentChange,
  type BookAppointmentInput,
  type Once,
  type RaiseRiskInput,
  type RecordComplaintInput,
  type RiskChange,
  type SupportTaskChange,
} from '#libs/casework';
import {
  instant,
  type AppointmentId,
  type CaseId,
  type ComplaintEvent,
  type ComplaintFinding,
  type ComplaintId,
  type EqualityAnswer,
  type EqualityQuestion,
  type MessageChannel,
  type NeedAnswer,
  type NeedArea,
  type OutcomeAnswer,
  type OutcomeGiven,
  type OutcomeId,
  type PersonFeedback,
  type ReviewMove,
  type RiskId,
  type RouteId,
  type SupportTaskId,
} from '#libs/domain';
import { onlyOnce, type TestInstance } from '../../support/instance';

/** Monday 2 March 2026, 10:05 in London. */
export const MONDAY = '2026-03-02T10:05:30Z';
/** A moment before it. */
export const EARLIER = instant('2026-03-02T10:05:00Z');

export function done<Result>(once: Once<Result>): Result {
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

/** What tests of how support is kept up do, each as somebody. */
export class CareActs {
  constructor(private readonly instance: () => TestInstance) {}

  async addTask(input: AddPlanTaskInput, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    return done(await new AddPlanTask(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async changeTask(taskId: SupportTaskId, change: SupportTaskChange, by = 'responder') {
    const { webWork, ids, persona, pack } = this.instance();
    const revision = await this.revision('support_task', 'task_id', taskId);
    const input = { taskId, revision, change };
    return done(await new ChangeSupportTask(webWork, ids, pack.care).execute(persona(by), input, onlyOnce()));
  }

  async raise(input: RaiseRiskInput, by = 'responder') {
    const { webWork, vault, ids, persona, pack } = this.instance();
    return done(await new RaiseRisk(webWork, vault, ids, pack.care).execute(persona(by), input, onlyOnce()));
  }

  async changeRisk(riskId: RiskId, change: RiskChange, by = 'responder', stale = 0) {
    const { webWork, persona, pack } = this.instance();
    const revision = (await this.revision('risk_flag', 'risk_id', riskId)) - stale;
    const input = { riskId, revision, change };
    return done(await new ChangeRisk(webWork, pack.care).execute(persona(by), input, onlyOnce()));
  }

  async assess(
    caseId: CaseId,
    answers: Partial<Record<NeedArea, NeedAnswer>>,
    by = 'responder',
    at = EARLIER,
  ) {
    const { webWork, ids, persona } = this.instance();
    const input = { caseId, answers, happenedAt: at };
    return done(await new RecordNeeds(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async planReview(caseId: CaseId, on: string | null, by = 'responder') {
    const { webWork, ids, persona, pack } = this.instance();
    return done(
      await new PlanReview(webWork, ids, pack.care).execute(persona(by), { caseId, on }, onlyOnce()),
    );
  }

  async moveReview(taskId: SupportTaskId, on: string, reason: ReviewMove, by = 'responder') {
    const { webWork, ids, persona, pack } = this.instance();
    const revision = await this.revision('support_task', 'task_id', taskId);
    const input = { taskId, revision, on, reason };
    return done(await new MoveReview(webWork, ids, pack.care).execute(persona(by), input, onlyOnce()));
  }

  async score(caseId: CaseId, given: readonly OutcomeGiven[], by = 'responder', happenedAt = EARLIER) {
    const { webWork, ids, persona, pack } = this.instance();
    const input = { caseId, given, happenedAt };
    return done(await new RecordOutcomes(webWork, ids, pack.care).execute(persona(by), input, onlyOnce()));
  }

  async correct(scoreId: OutcomeId, answer: OutcomeAnswer, score: number | null, by = 'responder') {
    const { webWork, ids, persona, pack } = this.instance();
    const input = { scoreId, answer, score };
    return done(await new CorrectOutcome(webWork, ids, pack.care).execute(persona(by), input, onlyOnce()));
  }

  async book(input: BookAppointmentInput, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    return done(await new BookAppointment(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async changeAppointment(appointmentId: AppointmentId, change: AppointmentChange, by = 'responder') {
    const { webWork, vault, ids, persona } = this.instance();
    const revision = await this.revision('appointment', 'appointment_id', appointmentId);
    const input = { appointmentId, revision, change };
    return done(await new ChangeAppointment(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
  }

  async remind(
    appointmentId: AppointmentId,
    routeId: RouteId,
    channel: MessageChannel = 'text',
    by = 'responder',
  ) {
    const { webWork, ids, persona } = this.instance();
    const input = { appointmentId, routeId, channel };
    return done(await new RemindOfAppointment(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async complain(input: RecordComplaintInput, by = 'responder') {
    const { webWork, vault, ids, persona, pack } = this.instance();
    return done(
      await new RecordComplaint(webWork, vault, ids, pack.care).execute(persona(by), input, onlyOnce()),
    );
  }

  async handle(
    complaintId: ComplaintId,
    event: ComplaintEvent,
    { by = 'lead', finding = null }: { by?: string; finding?: ComplaintFinding | null } = {},
  ) {
    const { webWork, persona } = this.instance();
    const revision = await this.revision('complaint', 'complaint_id', complaintId);
    const input = { complaintId, revision, event, finding };
    return done(await new ChangeComplaint(webWork).execute(persona(by), input, onlyOnce()));
  }

  async feedback(
    caseId: CaseId,
    change: Partial<Omit<PersonFeedback, 'consent'>> & { consent?: PersonFeedback['consent'] | null } = {},
    by = 'responder',
  ) {
    const { webWork, ids, persona } = this.instance();
    const input = {
      caseId,
      point: 'after-first-contact' as const,
      about: 'police' as const,
      consent: 'said-yes-now' as const,
      answers: { informed: 'yes', updated: 'partly', supported: 'declined' } as const,
      happenedAt: EARLIER,
      ...change,
    };
    return done(await new RecordFeedback(webWork, ids).execute(persona(by), input, onlyOnce()));
  }

  async answerEquality(
    caseId: CaseId,
    answers: Partial<Record<EqualityQuestion, EqualityAnswer>>,
    by = 'responder',
  ) {
    const { webWork, ids, persona } = this.instance();
    return done(await new AnswerEquality(webWork, ids).execute(persona(by), { caseId, answers }, onlyOnce()));
  }

  async takeCase(caseId: CaseId, by = 'responder') {
    const { webWork, persona } = this.instance();
    const revision = await this.revision('case_file', 'case_id', caseId);
    return done(await new TakeCase(webWork).execute(persona(by), { caseId, revision }, onlyOnce()));
  }

  tasks(caseId: CaseId, kind: string) {
    return this.instance().admin<{
      task_id: SupportTaskId;
      state: string;
      due_at: Date;
      planned_on: string | null;
      outcome: string | null;
      matter: string | null;
      owner_user_id: string | null;
    }>(
      `select task_id, state, due_at, planned_on::text, outcome, matter, owner_user_id from app.support_task
       where case_id = $1 and kind = $2 order by opened_at, task_id`,
      [caseId, kind],
    );
  }

  /** Counts rows of a table as this persona, under their own row-level security. */
  async seenBy(by: string, table: string, caseId: CaseId): Promise<number> {
    const { webWork, persona } = this.instance();
    return webWork.read(persona(by), async (manager) => {
      const [row] = await manager.query<{ n: number }[]>(
        `select count(*)::integer as n from app.${table} where case_id = $1`,
        [caseId],
      );
      return row?.n ?? 0;
    });
  }

  async eventTypes(caseId: CaseId): Promise<readonly string[]> {
    const rows = await this.instance().admin<{ event_type: string }>(
      'select event_type from app.journal where case_id = $1 order by position',
      [caseId],
    );
    return rows.map(({ event_type }) => event_type);
  }

  private async revision(table: string, key: string, id: string): Promise<number> {
    const [row] = await this.instance().admin<{ revision: number }>(
      `select revision from app.${table} where ${key} = $1`,
      [id],
    );
    return row?.revision ?? 1;
  }
}
