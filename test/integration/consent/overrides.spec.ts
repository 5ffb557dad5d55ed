import { OpenOverride, SweepConsent } from '#libs/casework';
import type { OverrideId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY, TO_WILLOW } from './support';

const REPORTED = '2026-03-02T10:00:00Z';

describe('sharing without consent', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new ConsentActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  async function asked(change: Parameters<ConsentActs['askOverride']>[1] = {}) {
    const referred = await promise.refer(REPORTED);
    const once = await acts.askOverride(referred.caseId, { purpose: 'support', ...change });
    if (once.kind !== 'asked') throw new Error(JSON.stringify(once));
    return { ...referred, overrideId: once.overrideId };
  }

  async function shareOn(caseId: Parameters<ConsentActs['propose']>[0]) {
    const proposed = await acts.propose(caseId, ['identity']);
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
    return proposed.shareId;
  }

  it('opens nothing until somebody else has confirmed it (P6)', async () => {
    const { caseId, overrideId } = await asked();
    const shareId = await shareOn(caseId);
    expect(await acts.change(shareId, 'open')).toMatchObject({ reason: 'no-ground' });
    expect(await acts.decide(overrideId, { kind: 'confirm' })).toMatchObject({ kind: 'changed' });
    expect(await acts.change(shareId, 'open')).toMatchObject({ kind: 'changed' });
    expect(await acts.read(shareId)).toMatchObject({ kind: 'read', dataClasses: ['identity'] });
  });

  it('is never confirmed by whoever asked, by a responder or by another agency', async () => {
    const referred = await promise.refer(REPORTED);
    const own = await acts.askOverride(referred.caseId, {}, 'lead');
    if (own.kind !== 'asked') throw new Error(own.kind);
    expect(await acts.decide(own.overrideId, { kind: 'confirm' }, 'lead')).toEqual({
      kind: 'refused',
      reason: 'same-person',
    });
    for (const key of ['responder', 'officer', 'adviser', 'auditor', 'commissioner']) {
      expect(await acts.decide(own.overrideId, { kind: 'confirm' }, key)).toEqual({ kind: 'not-found' });
    }
    expect(await acts.decide(own.overrideId, { kind: 'confirm' }, 'manager')).toMatchObject({
      kind: 'changed',
    });
  });

  it('ends at its limit even if nobody acts, and is noted as of then (P6)', async () => {
    const { caseId, overrideId } = await asked();
    await acts.decide(overrideId, { kind: 'confirm' });
    const shareId = await shareOn(caseId);
    await acts.change(shareId, 'open');
    await instance().setNow('2026-03-03T10:07:00Z');
    expect(await acts.read(shareId)).toEqual({ kind: 'not-found' });
    const sweep = new SweepConsent(instance().workerWork);
    while ((await sweep.execute({ limit: 50 })) > 0);
    const [row] = await instance().admin<{ state: string; late: boolean }>(
      `select state, ended_at <> ends_at as late from app.consent_override where override_id = $1`,
      [overrideId],
    );
    expect(row).toEqual({ state: 'ended', late: false });
    const [share] = await instance().admin('select state, closing from app.share where share_id = $1', [
      shareId,
    ]);
    expect(share).toEqual({ state: 'closed', closing: 'override-ended' });
    const ended = await instance().admin(
      `select 1 from app.journal where subject_id = $1 and event_type = 'override.reached-limit'`,
      [overrideId],
    );
    expect(ended).toHaveLength(1);
  });

  it('closes what it opened when a lead ends it early', async () => {
    const { caseId, overrideId } = await asked();
    await acts.decide(overrideId, { kind: 'confirm' });
    const shareId = await shareOn(caseId);
    await acts.change(shareId, 'open');
    expect(await acts.decide(overrideId, { kind: 'end' })).toMatchObject({ kind: 'changed' });
    expect(await acts.read(shareId)).toEqual({ kind: 'not-found' });
    expect(await acts.decide(overrideId, { kind: 'end' })).toMatchObject({ reason: 'not-in-force' });
  });

  it('is reviewed within five working days, by somebody else', async () => {
    const { overrideId } = await asked();
    await acts.decide(overrideId, { kind: 'confirm' });
    const [row] = await instance().admin<{ review_due_at: Date }>(
      'select review_due_at from app.consent_override where override_id = $1',
      [overrideId],
    );
    expect(row?.review_due_at.toISOString()).toBe('2026-03-09T17:00:00.000Z');
    const review = { kind: 'review', finding: 'was-needed', personTold: true } as const;
    expect(await acts.decide(overrideId, review, 'manager')).toMatchObject({ kind: 'changed' });
    expect(await acts.decide(overrideId, review, 'lead')).toMatchObject({ reason: 'already-reviewed' });
  });

  it('refuses a time longer than its ground, and a question that makes no sense', async () => {
    const { caseId } = await promise.refer(REPORTED);
    expect(await acts.askOverride(caseId, { hours: 672 })).toMatchObject({ reason: 'too-long' });
    expect(await acts.askOverride(caseId, { dataClasses: [] })).toMatchObject({ reason: 'nothing-to-share' });
    expect(await acts.askOverride(caseId, { purpose: 'be-called' })).toMatchObject({
      reason: 'purpose-does-not-fit',
    });
    expect(await acts.askOverride(caseId, {}, 'officer')).toEqual({ kind: 'not-found' });
    expect(await acts.askOverride(caseId, { revision: 77 })).toMatchObject({ kind: 'stale' });
  });

  it('keeps why it was needed sealed, and records who reads it (P8)', async () => {
    const { overrideId, caseId } = await asked();
    const { webWork, vault, persona, admin } = instance();
    const open = (key: string, id: OverrideId = overrideId) =>
      new OpenOverride(webWork, vault).execute(persona(key), id);
    expect(await open('lead')).toMatchObject({
      kind: 'opened',
      necessity: expect.stringContaining('Kittiwake'),
    });
    for (const key of ['officer', 'adviser', 'commissioner', 'sarc'])
      expect(await open(key)).toEqual({ kind: 'not-found' });
    const looks = await admin(`select 1 from app.access_log where case_id = $1 and what = 'consent-note'`, [
      caseId,
    ]);
    expect(looks).toHaveLength(1);
    const rows = await admin<{ line: string }>(
      `select row_to_json(o)::text as line from app.consent_override o
       union all select row_to_json(j)::text from app.journal j where case_id = $1`,
      [caseId],
    );
    for (const { line } of rows) expect(line).not.toMatch(/Kittiwake/);
  });

  it('cannot be written in force past the second person, whatever reaches the database', async () => {
    const { caseId, personId } = await promise.refer(REPORTED);
    const forge = instance().webWork.read(instance().persona('responder'), (manager) =>
      manager.query(
        `insert into app.consent_override (override_id, case_id, person_id, handling_agency_id, reference, origin,
           recipient, purpose, data_classes, basis, hours, state, asked_by, asked_at, ends_at, review_due_at)
         select uuidv7(), $1, $2, app.claim_agency(), 'WM-X', 'referral', $3, 'support', '{identity}',
           'vital-interests', 24, 'in-force', app.claim_user(), app.service_now(),
           app.service_now() + interval '1 hour', app.service_now() + interval '1 day'`,
        [caseId, personId, TO_WILLOW],
      ),
    );
    await expect(forge).rejects.toThrow('row-level security');
  });
});
