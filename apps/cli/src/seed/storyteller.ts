import { randomBytes, randomUUID } from 'node:crypto';
import {
  AcknowledgeAlert,
  AskCorrectedStart,
  DecideCheck,
  RecordContactAttempt,
  RecordException,
  SubmitReferral,
  TakeCase,
  type CheckId,
  type Ids,
  type ReferralInput,
  type Repeatable,
  type UnitOfWork,
  type Vault,
} from '#libs/casework';
import {
  HOUR,
  isConversation,
  MINUTE,
  plus,
  type AlertId,
  type CaseId,
  type Conversation,
  type Instant,
  type ReferralId,
  type RouteId,
} from '#libs/domain';
import type { StaffActor } from '#libs/domain';
import type { SeedingSession } from './seeding-session';
import type { Act } from './story';

/** How the stories' conversations went: the person was known, and one thing was put off. */
const KNOWN_BY_CODE_WORD: Conversation = {
  identity: 'code-word',
  elements: { 'emotional-support': 'given', 'justice-information': 'given', 'support-offer': 'given' },
};

/** The people who act in the stories. */
export interface Cast {
  readonly officers: readonly StaffActor[];
  readonly responder: StaffActor;
  readonly colleague: StaffActor;
  readonly lead: StaffActor;
}

export interface Told {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly routeId: RouteId | null;
}

/** Acts the stories out through the real use cases: nothing is written behind their back. */
export class Storyteller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
    private readonly cast: Cast,
    private readonly session: SeedingSession,
  ) {}

  async refer(officer: StaffActor, input: ReferralInput): Promise<Told> {
    const submit = new SubmitReferral(this.work, this.vault, this.ids);
    const once = await submit.execute(officer, input, fresh());
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error('a story began badly');
    const [row] = await this.session.look<{ case_id: CaseId; route_id: RouteId | null }>(
      `select c.case_id, r.route_id from app.case_file c left join app.contact_route r using (person_id)
       where c.referral_id = $1`,
      [once.result.referralId],
    );
    if (!row) throw new Error('every referral has a case');
    return { referralId: once.result.referralId, caseId: row.case_id, routeId: row.route_id };
  }

  async perform(act: Act, told: Told, now: Instant): Promise<void> {
    const { responder, colleague } = this.cast;
    switch (act.kind) {
      case 'attempt':
        return this.attempt(act, told, now);
      case 'take':
        return this.take(told);
      case 'confirm':
        return this.confirm(told);
      case 'exception': {
        const { reason, forHours } = act;
        const input = {
          caseId: told.caseId,
          reason,
          from: plus(now, -MINUTE),
          to: plus(now, forHours * HOUR),
        };
        await new RecordException(this.work, this.ids).execute(responder, input, fresh());
        return;
      }
      case 'correct-start': {
        const started = await this.work.run(colleague, (tx) => tx.referrals.startOf(told.referralId));
        const reportedAt = plus(started.reportedAt, act.byMinutes * MINUTE);
        const input = { referralId: told.referralId, reportedAt, reason: 'typed-wrongly' as const };
        await new AskCorrectedStart(this.work, this.ids).execute(responder, input, fresh());
      }
    }
  }

  private async attempt(act: Extract<Act, { kind: 'attempt' }>, told: Told, now: Instant): Promise<void> {
    const { caseId } = told;
    const routeId = act.anotherWay ? null : told.routeId;
    const input = {
      caseId,
      routeId,
      channel: 'call',
      outcome: act.outcome,
      happenedAt: plus(now, -act.late),
      conversation: isConversation(act.outcome) ? KNOWN_BY_CODE_WORD : null,
    } as const;
    await new RecordContactAttempt(this.work, this.ids).execute(this.cast.responder, input, fresh());
  }

  private async take({ caseId }: Told): Promise<void> {
    const caseFile = await this.work.run(this.cast.responder, (tx) => tx.cases.find(caseId));
    if (caseFile === null) return;
    const { revision } = caseFile;
    await new TakeCase(this.work).execute(this.cast.responder, { caseId, revision }, fresh());
  }

  /** The duty lead acknowledges what is open, once for each deadline. */
  async leadsRound(): Promise<void> {
    const open = await this.session.look<{ alert_id: AlertId; revision: number }>(
      `select distinct on (deadline_id) alert_id, revision from app.alert
       where state = 'raised' and level <> $1 order by deadline_id, repeat_no desc`,
      ['warning'],
    );
    for (const { alert_id: alertId, revision } of open) {
      await new AcknowledgeAlert(this.work).execute(this.cast.lead, { alertId, revision }, fresh());
    }
  }

  private async confirm({ caseId }: Told): Promise<void> {
    const waiting = await this.session.look<{ check_id: CheckId; revision: number }>(
      `select check_id, revision from app.second_person_check where case_id = $1 and state = 'waiting'`,
      [caseId],
    );
    for (const { check_id: checkId, revision } of waiting) {
      const decision = { checkId, decision: 'confirmed', revision } as const;
      await new DecideCheck(this.work, this.ids).execute(this.cast.colleague, decision, fresh());
    }
  }
}

function fresh(): Repeatable {
  return { route: 'seed', key: randomUUID(), requestHash: randomBytes(32) };
}
