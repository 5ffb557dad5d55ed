import {
  AcknowledgeAlert,
  FireDeadlines,
  RecordContactAttempt,
  SubmitReferral,
  type ReferralReceipt,
} from '#libs/casework';
import { instant, isConversation, type CaseId, type Outcome } from '#libs/domain';
import { aReferral } from '#libs/testing';
import { onlyOnce, useInstance } from '../support/instance';
import { KNOWN } from '../support/promise';

const instance = useInstance();

async function refer(reported: string): Promise<ReferralReceipt & { caseId: CaseId }> {
  const { webWork, vault, ids, persona, admin } = instance();
  const submit = new SubmitReferral(webWork, vault, ids);
  const input = aReferral().reportedAt(instant(reported)).build();
  const once = await submit.execute(persona('officer'), input, onlyOnce());
  if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error(JSON.stringify(once));
  const [row] = await admin<{ case_id: CaseId }>('select case_id from app.case_file where referral_id = $1', [
    once.result.referralId,
  ]);
  return { ...once.result, caseId: row!.case_id };
}

async function attempt(caseId: CaseId, outcome: Outcome, happenedAt: string) {
  const { webWork, ids, persona } = instance();
  const record = new RecordContactAttempt(webWork, ids);
  const conversation = isConversation(outcome) ? KNOWN : null;
  const act = { caseId, routeId: null, channel: 'call', outcome, conversation } as const;
  const input = { ...act, happenedAt: instant(happenedAt) };
  return record.execute(persona('responder'), input, onlyOnce());
}

function fire() {
  const { workerWork, ids } = instance();
  return new FireDeadlines(workerWork, ids).execute({
    wakeUps: null,
    via: 'sweep',
    limit: 500,
    graceMilliseconds: 0,
  });
}

const deadlinesOf = (caseId: CaseId) =>
  instance().admin<{ limb: string; state: string; due_at: Date; next_stage: string | null }>(
    'select limb, state, due_at, next_stage from app.deadline where case_id = $1 order by limb',
    [caseId],
  );

describe('the path of the contact promise', () => {
  it('a referral starts both limbs from the report', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { caseId, reference } = await refer('2026-03-02T10:00:00Z');
    expect(reference).toMatch(/^WM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await deadlinesOf(caseId)).toEqual([
      { limb: '1wd', state: 'running', due_at: new Date('2026-03-03T17:00:00Z'), next_stage: 'warning' },
      { limb: '24h', state: 'running', due_at: new Date('2026-03-03T10:00:00Z'), next_stage: 'warning' },
    ]);
  });

  it('a conversation in time meets both limbs and stays met when a later call fails', async () => {
    await instance().setNow('2026-03-02T11:00:00Z');
    const { caseId } = await refer('2026-03-02T10:00:00Z');
    await instance().setNow('2026-03-02T12:00:00Z');
    await attempt(caseId, 'spoke', '2026-03-02T11:50:00Z');
    await instance().setNow('2026-03-02T13:00:00Z');
    await attempt(caseId, 'no-answer', '2026-03-02T12:50:00Z');
    expect((await deadlinesOf(caseId)).map(({ state }) => state)).toEqual(['met', 'met']);
  });

  it('P3 each limb passed is one breach at its due instant, with one alert for the binding one', async () => {
    const { admin, setNow, persona, webWork } = instance();
    await setNow('2026-03-02T10:05:00Z');
    const { caseId } = await refer('2026-03-02T10:00:00Z');
    await setNow('2026-03-03T17:30:00Z');
    while ((await fire()) > 0);
    expect(await fire()).toBe(0);
    const breaches = await admin<{ due_at: Date; via: string }>(
      'select due_at, via from app.deadline_breach where case_id = $1 order by due_at',
      [caseId],
    );
    expect(breaches).toEqual([
      { due_at: new Date('2026-03-03T10:00:00Z'), via: 'sweep' },
      { due_at: new Date('2026-03-03T17:00:00Z'), via: 'sweep' },
    ]);
    const alerts = await admin<{ alert_id: string; level: string; limb: string; revision: number }>(
      `select alert_id, level, limb, revision from app.alert where case_id = $1 and level <> 'warning'`,
      [caseId],
    );
    expect(alerts).toEqual([expect.objectContaining({ level: 'duty-lead', limb: '1wd' })]);
    const acknowledge = new AcknowledgeAlert(webWork);
    const outcome = await acknowledge.execute(
      persona('lead'),
      { alertId: alerts[0]!.alert_id as never, revision: 1 },
      onlyOnce(),
    );
    expect(outcome).toMatchObject({ kind: 'done', result: { kind: 'acknowledged' } });
    expect((await deadlinesOf(caseId)).map(({ next_stage }) => next_stage)).toEqual([null, null]);
  });
});
