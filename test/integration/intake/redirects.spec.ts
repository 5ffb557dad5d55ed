import {
  AcknowledgeRedirect,
  AssignCases,
  RedirectReferral,
  TakeBackRedirect,
  type AcknowledgementInput,
  type RedirectInput,
} from '#libs/casework';
import { instant, type CaseId } from '#libs/domain';
import {
  boardPage,
  PromiseFactProjector,
  promiseFigure,
  redirectsOf,
  referralStatus,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

describe('redirecting a referral to another body', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);

  beforeEach(() => instance().setNow('2026-03-02T10:05:00Z'));

  async function revisionOf(caseId: CaseId): Promise<number> {
    const [row] = await instance().admin<{ revision: number }>(
      'select revision from app.case_file where case_id = $1',
      [caseId],
    );
    return row!.revision;
  }

  async function redirect(
    caseId: CaseId,
    change: Partial<RedirectInput> = {},
    by = 'lead',
    once = onlyOnce(),
  ) {
    const { webWork, ids, persona } = instance();
    const input: RedirectInput = {
      caseId,
      revision: change.revision ?? (await revisionOf(caseId)),
      reason: 'out-of-county',
      receivingBody: 'service-of-another-county',
      basis: 'person-agreed',
      ...change,
    };
    return new RedirectReferral(webWork, ids).execute(persona(by), input, once);
  }

  function acknowledge(caseId: CaseId, change: Partial<AcknowledgementInput> = {}, by = 'lead') {
    const { webWork, vault, persona } = instance();
    const input: AcknowledgementInput = {
      caseId,
      revision: 1,
      how: 'phone',
      acknowledgedAt: instant('2026-03-02T10:20:00Z'),
      by: 'Sample Worker Linnet',
      theirReference: 'ZZ-SAMPLE-1',
      ...change,
    };
    return new AcknowledgeRedirect(webWork, vault).execute(persona(by), input, onlyOnce());
  }

  async function asked(reported = '2026-03-02T10:00:00Z') {
    const referred = await acts.refer(reported);
    expect(await redirect(referred.caseId)).toMatchObject({ result: { kind: 'redirecting' } });
    return referred;
  }

  async function stateOf(caseId: CaseId) {
    const [row] = await instance().admin(
      `select r.state, c.contact_state, c.closed_at, c.owner_team_id is not null as owned, c.next_due_at is not null as due
       from app.case_file c join app.referral r using (referral_id) where case_id = $1`,
      [caseId],
    );
    return row;
  }

  it('P15 stays ours, with its clock running, until the other body has acknowledged', async () => {
    const { caseId } = await asked();
    expect(await stateOf(caseId)).toMatchObject({
      state: 'out-of-scope',
      contact_state: 'ready',
      closed_at: null,
      owned: true,
      due: true,
    });
    await acts.sweepAt('2026-03-03T17:00:01Z');
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'breached' },
      '1wd': { state: 'breached' },
    });
  });

  it('closes on acknowledgement, cancels the clocks that had time left and keeps who said so sealed', async () => {
    const { caseId, personId } = await asked();
    await instance().setNow('2026-03-02T10:30:00Z');
    expect(await acknowledge(caseId)).toMatchObject({ result: { kind: 'acknowledged' } });
    expect(await stateOf(caseId)).toMatchObject({ state: 'redirected', contact_state: 'closed', due: false });
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'cancelled' },
      '1wd': { state: 'cancelled' },
    });
    const [record] = await instance().admin<{ record_id: string; sealed: Buffer }>(
      `select record_id, sealed from vault.person_record where person_id = $1 and kind = 'redirect-acknowledgement'`,
      [personId],
    );
    const found = await instance().vault.of(personId);
    if (found.kind !== 'open' || !record) throw new Error('the acknowledgement cannot be opened');
    const place = { recordId: record.record_id, kind: 'redirect-acknowledgement' } as const;
    expect(found.vault.open(place, record.sealed)).toEqual({
      name: 'Sample Worker Linnet',
      theirReference: 'ZZ-SAMPLE-1',
    });
    const journal = await instance().admin('select payload, reason from app.journal where case_id = $1', [
      caseId,
    ]);
    expect(JSON.stringify(journal)).not.toContain('Linnet');
    await acts.sweepAt('2026-03-09T17:00:00Z');
    expect(await acts.limbs(caseId)).toMatchObject({ '24h': { state: 'cancelled' } });
  });

  it('P4 a clock that had run out by then is a miss for ever, and alerts nobody again', async () => {
    const { caseId } = await asked();
    await instance().setNow('2026-03-03T10:30:00Z');
    await acknowledge(caseId);
    expect(await acts.limbs(caseId)).toMatchObject({
      '24h': { state: 'breached' },
      '1wd': { state: 'cancelled' },
    });
    const breaches = () =>
      instance().admin('select via from app.deadline_breach where case_id = $1', [caseId]);
    expect(await breaches()).toEqual([{ via: 'act' }]);
    await acts.sweepAt('2026-03-10T10:00:00Z');
    expect(await breaches()).toEqual([{ via: 'act' }]);
    const open = await instance().admin(`select 1 from app.alert where case_id = $1 and state = 'raised'`, [
      caseId,
    ]);
    expect(open).toEqual([]);
  });

  it('P10 the figure leaves a redirected clock out, says so, and keeps a miss in', async () => {
    await instance().setNow('2026-05-05T09:00:00Z');
    const inTime = await asked('2026-05-05T08:00:00Z');
    await instance().setNow('2026-05-05T09:30:00Z');
    const at = { acknowledgedAt: instant('2026-05-05T09:20:00Z') };
    await acknowledge(inTime.caseId, at);
    const late = await asked('2026-05-05T09:00:00Z');
    await instance().setNow('2026-05-08T09:30:00Z');
    await acknowledge(late.caseId, { acknowledgedAt: instant('2026-05-08T09:20:00Z') });
    await caughtUp(instance(), new PromiseFactProjector(instance().worker));
    const reports = await new DataSource({
      type: 'postgres',
      url: instance().database.url('report'),
    }).initialize();
    const figure = await promiseFigure(reports, '2026-05-01');
    await reports.destroy();
    for (const limb of figure.limbs) {
      expect(limb).toMatchObject({ referrals: 2, met: 0, missed: 1, cancelled: 1, cancelledByRedirect: 1 });
    }
  });

  it('P7 whoever referred is told nothing of it', async () => {
    const { webWork, persona } = instance();
    const referred = await acts.refer('2026-03-02T10:00:00Z');
    const read = () =>
      webWork.read(persona('officer'), (manager) => referralStatus(manager, referred.referralId));
    const before = await read();
    await redirect(referred.caseId);
    expect(await read()).toEqual(before);
    await instance().setNow('2026-03-02T10:30:00Z');
    await acknowledge(referred.caseId);
    expect(await read()).toEqual(before);
    const seen = await webWork.read(persona('officer'), async (manager) => ({
      redirects: await redirectsOf(manager, referred.caseId),
      journal: await manager.query<{ event_type: string }[]>(
        `select event_type from app.journal where event_type like '%redirect%' or event_type = 'case.closed'`,
      ),
    }));
    expect(seen).toEqual({ redirects: [], journal: [] });
  });

  it('goes on as before when the other body does not take the person on', async () => {
    const { webWork, persona } = instance();
    const { caseId } = await asked();
    const takeBack = new TakeBackRedirect(webWork);
    const back = await takeBack.execute(persona('lead'), { caseId, revision: 1 }, onlyOnce());
    expect(back).toMatchObject({ result: { kind: 'taken-back' } });
    expect(await stateOf(caseId)).toMatchObject({ state: 'accepted-for-triage', contact_state: 'ready' });
    expect(await acknowledge(caseId)).toMatchObject({
      result: { kind: 'refused', reason: 'nothing-to-acknowledge' },
    });
    expect(await redirect(caseId)).toMatchObject({ result: { kind: 'redirecting' } });
  });

  it.each(['responder', 'officer', 'sarc', 'manager', 'auditor', 'commissioner'])(
    '%s redirects nothing and acknowledges nothing',
    async (by) => {
      const { caseId } = await acts.refer('2026-03-02T10:00:00Z');
      expect(await redirect(caseId, {}, by)).toMatchObject({ result: { kind: 'not-found' } });
      await redirect(caseId);
      expect(await acknowledge(caseId, {}, by)).toMatchObject({ result: { kind: 'not-found' } });
    },
  );

  it('refuses what is stale, asked twice, out of order or not there, each with its reason', async () => {
    const { caseId } = await acts.refer('2026-03-02T10:00:00Z');
    const revision = await revisionOf(caseId);
    expect(await redirect(caseId, { revision: revision + 1 })).toMatchObject({
      result: { kind: 'stale', revision },
    });
    expect(await acknowledge(caseId)).toMatchObject({ result: { reason: 'nothing-to-acknowledge' } });
    await redirect(caseId);
    expect(await redirect(caseId)).toMatchObject({ result: { reason: 'already-redirecting' } });
    const early = { acknowledgedAt: instant('2026-03-02T10:03:59Z') };
    expect(await acknowledge(caseId, early)).toMatchObject({
      result: { reason: 'acknowledged-before-asked' },
    });
    const late = { acknowledgedAt: instant('2026-03-02T18:00:00Z') };
    expect(await acknowledge(caseId, late)).toMatchObject({
      result: { reason: 'acknowledged-in-the-future' },
    });
    expect(await acknowledge(caseId, { revision: 7 })).toMatchObject({
      result: { kind: 'stale', revision: 1 },
    });
    const nowhere = instance().ids.next<CaseId>();
    expect(await redirect(nowhere, { revision: 1 })).toMatchObject({ result: { kind: 'not-found' } });
  });

  it('leaves nothing that waits for anybody here: no offer to a colleague, no promised call', async () => {
    const { caseId } = await asked();
    const { webWork, ids, persona, admin } = instance();
    const [lead, { userId: toUserId }] = [persona('lead'), persona('responder')];
    const cases = [{ caseId, revision: await revisionOf(caseId) }];
    await new AssignCases(webWork, ids).execute(lead, { cases, toUserId }, onlyOnce());
    await admin(
      `insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
       values ($1, $2, $3, '2026-03-02T14:00:00Z', $4, '2026-03-02T10:00:00Z', '{}')`,
      [ids.next(), caseId, lead.agencyId, toUserId],
    );
    const promised = () =>
      webWork.read(lead, (manager, now) =>
        boardPage(manager, { view: 'call-backs', after: null, limit: 50, userId: lead.userId }, now),
      );
    const ofThis = async () => (await promised()).filter((row) => row.caseId === caseId);
    expect(await ofThis()).toHaveLength(1);
    await instance().setNow('2026-03-02T10:30:00Z');
    expect(await acknowledge(caseId)).toMatchObject({ result: { kind: 'acknowledged' } });
    expect(await ofThis()).toEqual([]);
    expect(await admin(`select ended from app.call_back where case_id = $1`, [caseId])).toEqual([
      { ended: 'case-closed' },
    ]);
    expect(await admin(`select state from app.handover where case_id = $1`, [caseId])).toEqual([
      { state: 'withdrawn' },
    ]);
  });

  it('P4 stays closed when the start of a clock that it ended is corrected afterwards', async () => {
    const { caseId, referralId } = await asked('2026-03-01T10:00:00Z');
    await acts.sweepAt('2026-03-03T10:05:00Z');
    expect(await acknowledge(caseId)).toMatchObject({ result: { kind: 'acknowledged' } });
    await acts.correctStart(referralId, '2026-03-03T10:00:00Z');
    expect(await acts.decide(caseId, 'confirmed', 'responder')).toMatchObject({ reason: 'moved-on' });
    const [row] = await instance().admin(
      `select c.act_by_at, c.next_due_at, array_agg(d.state order by d.limb) as states,
         count(d.next_fire_at)::integer as timers
       from app.case_file c join app.deadline d using (case_id) where case_id = $1 group by 1, 2`,
      [caseId],
    );
    expect(row).toMatchObject({ act_by_at: null, next_due_at: null, timers: 0 });
  });

  it('is one redirect when the same form is sent twice', async () => {
    const { caseId } = await acts.refer('2026-03-02T10:00:00Z');
    const [revision, once] = [await revisionOf(caseId), onlyOnce()];
    const first = await redirect(caseId, { revision }, 'lead', once);
    expect(await redirect(caseId, { revision }, 'lead', once)).toEqual({ ...first, kind: 'repeated' });
  });
});
