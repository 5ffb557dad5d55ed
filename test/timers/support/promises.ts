import { setTimeout as pause } from 'node:timers/promises';
import {
  AcknowledgeAlert,
  RecordContactAttempt,
  SubmitReferral,
  type ContactAttemptOutcome,
  type Once,
} from '#libs/casework';
import {
  instant,
  isConversation,
  isoOf,
  type AlertId,
  type CaseId,
  type Instant,
  type Outcome,
} from '#libs/domain';
import { aReferral } from '#libs/testing';
import { onlyOnce, type TestInstance } from '../../support/instance';
import { KNOWN } from '../../support/promise';

/** Monday, half term or not: a day after which comes a working day. Due: 24h on Tuesday 10:00, 1wd on Tuesday 17:00. */
export const REPORTED = '2026-03-02T10:00:00Z';
export const DUE_24H = '2026-03-03T10:00:00Z';
export const DUE_1WD = '2026-03-03T17:00:00Z';

export async function refer(instance: TestInstance, reported = REPORTED): Promise<CaseId> {
  const { webWork, vault, ids, persona, admin } = instance;
  const submit = new SubmitReferral(webWork, vault, ids);
  const once = await submit.execute(
    persona('officer'),
    aReferral().reportedAt(instant(reported)).build(),
    onlyOnce(),
  );
  if (once.kind !== 'done' || once.result.kind !== 'submitted')
    throw new Error(`not submitted: ${once.kind}`);
  const [row] = await admin<{ case_id: CaseId }>('select case_id from app.case_file where referral_id = $1', [
    once.result.referralId,
  ]);
  if (!row) throw new Error('a referral without a case');
  return row.case_id;
}

export async function referMany(instance: TestInstance, count: number): Promise<readonly CaseId[]> {
  const cases: CaseId[] = [];
  for (let number = 0; number < count; number += 1) cases.push(await refer(instance));
  return cases;
}

export function attempt(
  { webWork, ids, persona }: TestInstance,
  act: { caseId: CaseId; outcome: Outcome; happenedAt: Instant },
): Promise<Once<ContactAttemptOutcome>> {
  const record = new RecordContactAttempt(webWork, ids);
  const conversation = isConversation(act.outcome) ? KNOWN : null;
  const input = { ...act, routeId: null, channel: 'call', conversation } as const;
  return record.execute(persona('responder'), input, onlyOnce());
}

export async function acknowledge({ webWork, persona }: TestInstance, alertId: AlertId): Promise<void> {
  const outcome = await new AcknowledgeAlert(webWork).execute(
    persona('lead'),
    { alertId, revision: 1 },
    onlyOnce(),
  );
  expect(outcome).toMatchObject({ kind: 'done', result: { kind: 'acknowledged' } });
}

/** Puts the clock a moment before an instant, so that real seconds lead up to it. */
export function before(iso: string, seconds: number): string {
  return isoOf((instant(iso) - seconds * 1_000) as Instant);
}

/** Asks until the answer is there: a timer is only ever late by a bounded time. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  { is, withinSeconds = 20 }: { is: (answer: Answer) => boolean; withinSeconds?: number },
): Promise<Answer> {
  const giveUpAt = performance.now() + withinSeconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (is(answer)) return answer;
    if (performance.now() > giveUpAt)
      throw new Error(`not within ${withinSeconds} s: ${JSON.stringify(answer)}`);
    await pause(50);
  }
}
