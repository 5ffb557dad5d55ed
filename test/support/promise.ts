import {
  AskCorrectedStart,
  DecideCheck,
  FireDeadlines,
  RecordContactAttempt,
  RecordException,
  SubmitReferral,
  type CheckId,
  type ExceptionReason,
  type ReferralInput,
} from '#libs/casework';
import {
  instant,
  isConversation,
  type CaseId,
  type Conversation,
  type Outcome,
  type PersonId,
  type ReferralId,
  type RouteId,
} from '#libs/domain';
import { aReferral } from '#libs/testing';
import { onlyOnce, type TestInstance } from './instance';

/** Somebody who said the code word and was given all that the first call promises. */
export const KNOWN: Conversation = {
  identity: 'code-word',
  elements: { 'emotional-support': 'given', 'justice-information': 'given', 'support-offer': 'given' },
};

export interface ReferredCase {
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly routeId: RouteId | null;
}

/** The acts of the contact promise in a line each, for tests that are about what comes of them. */
export class PromiseActs {
  constructor(private readonly instance: () => TestInstance) {}

  async refer(
    reported: string,
    change: Partial<ReferralInput> = {},
    officer = 'officer',
  ): Promise<ReferredCase> {
    const { webWork, vault, ids, persona, admin } = this.instance();
    const input = aReferral().reportedAt(instant(reported)).with(change).build();
    const once = await new SubmitReferral(webWork, vault, ids).execute(persona(officer), input, onlyOnce());
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error(JSON.stringify(once));
    const { referralId, reference } = once.result;
    const [row] = await admin<{ case_id: CaseId; person_id: PersonId; route_id: RouteId | null }>(
      `select c.case_id, c.person_id, r.route_id from app.case_file c
       left join app.contact_route r using (person_id) where c.referral_id = $1`,
      [referralId],
    );
    if (!row) throw new Error('a referral always has a case');
    return { referralId, reference, caseId: row.case_id, personId: row.person_id, routeId: row.route_id };
  }

  /** Happens and is typed in at the given times; leaves the clock at the second. */
  async attempt(
    { caseId, routeId }: Pick<ReferredCase, 'caseId'> & Partial<Pick<ReferredCase, 'routeId'>>,
    outcome: Outcome,
    {
      happened,
      typedIn,
      by = 'responder',
      conversation = isConversation(outcome) ? KNOWN : null,
    }: { happened: string; typedIn: string; by?: string; conversation?: Conversation | null },
  ) {
    const { webWork, ids, persona, setNow } = this.instance();
    await setNow(typedIn);
    const input = {
      caseId,
      routeId: routeId ?? null,
      channel: 'call' as const,
      outcome,
      happenedAt: instant(happened),
      conversation,
    };
    const once = await new RecordContactAttempt(webWork, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async exception(caseId: CaseId, reason: ExceptionReason, span: { from: string; to: string }) {
    const { webWork, ids, persona } = this.instance();
    const input = { caseId, reason, from: instant(span.from), to: instant(span.to) };
    const once = await new RecordException(webWork, ids).execute(persona('responder'), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  async correctStart(referralId: ReferralId, reported: string, by = 'officer') {
    const { webWork, ids, persona } = this.instance();
    const input = { referralId, reportedAt: instant(reported), reason: 'typed-wrongly' as const };
    const once = await new AskCorrectedStart(webWork, ids).execute(persona(by), input, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  /** Decides what waits for a second person on a case. */
  async decide(caseId: CaseId, decision: 'confirmed' | 'declined', by: string) {
    const { webWork, ids, persona, admin } = this.instance();
    const [check] = await admin<{ check_id: CheckId; revision: number }>(
      `select check_id, revision from app.second_person_check where case_id = $1 and state = 'waiting'`,
      [caseId],
    );
    if (!check) throw new Error('nothing waits for a second person');
    const request = { checkId: check.check_id, decision, revision: check.revision };
    const once = await new DecideCheck(webWork, ids).execute(persona(by), request, onlyOnce());
    if (once.kind !== 'done') throw new Error(once.kind);
    return once.result;
  }

  /** What a sweep does at this time, until nothing more is due. */
  async sweepAt(iso: string): Promise<void> {
    const { workerWork, ids, setNow } = this.instance();
    await setNow(iso);
    const fire = new FireDeadlines(workerWork, ids);
    while ((await fire.execute({ wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 })) > 0);
  }

  async limbs(
    caseId: CaseId,
  ): Promise<Record<string, { state: string; due: string; adjusted: string | null }>> {
    const rows = await this.instance().admin<{
      limb: string;
      state: string;
      due_at: Date;
      adjusted_due_at: Date | null;
    }>('select limb, state, due_at, adjusted_due_at from app.deadline where case_id = $1', [caseId]);
    return Object.fromEntries(
      rows.map(({ limb, state, due_at, adjusted_due_at }) => [
        limb,
        { state, due: due_at.toISOString(), adjusted: adjusted_due_at?.toISOString() ?? null },
      ]),
    );
  }
}
