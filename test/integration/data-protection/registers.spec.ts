import {
  ChangeBreach,
  DecideRelease,
  OpenCase,
  ReadHold,
  RecordBreach,
  Rectify,
  Restrict,
  StateRelease,
  type ChangeBreachInput,
  type RequestChange,
  type StateReleaseInput,
} from '#libs/casework';
import { instant, mayReadRestricted, ROLES, type HoldId, type InformationRequestId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { messagesOf, queueMail, withEmail } from '../person-messages/support';
import { DeskActs, done } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const desk = new DeskActs(instance);

async function referred() {
  await instance().setNow('2026-08-03T10:05:00Z');
  const found = await acts.refer('2026-08-03T10:00:00Z', { fullName: 'Wren Sample' });
  const [row] = await instance().admin<{ reference: string }>(
    'select reference from app.case_file where case_id = $1',
    [found.caseId],
  );
  return { ...found, caseReference: row!.reference };
}

const opened = (persona: string, caseId: Parameters<OpenCase['execute']>[1]) =>
  new OpenCase(instance().webWork, instance().vault).execute(instance().persona(persona), caseId);

const confirm: RequestChange = { kind: 'confirm-identity', how: 'documents' };

describe('a restriction', () => {
  const restrict = async (
    requestId: InformationRequestId,
    to: 'restricted' | 'restriction-lifted',
    by = 'dpo',
  ) => {
    const input = { requestId, revision: await desk.revision(requestId), to };
    return done(await new Restrict(instance().webWork).execute(instance().persona(by), input, onlyOnce()));
  };

  it('P7 leaves the person to the desk and the duty lead alone, on the board too, while the clocks run', async () => {
    const { caseId, caseReference, personId } = await referred();
    const id = await desk.received({ kind: 'restriction', caseReference });
    expect(await restrict(id, 'restricted')).toEqual({ kind: 'refused', reason: 'identity-unknown' });
    await desk.change(id, confirm);
    expect(await restrict(id, 'restricted', 'lead')).toEqual({ kind: 'not-found' });
    expect(await restrict(id, 'restricted')).toEqual({ kind: 'restricted' });
    for (const persona of ['responder', 'lead', 'manager', 'officer', 'auditor']) {
      const actor = instance().persona(persona);
      const rows = await instance().webWork.read(actor, (manager) =>
        manager.query<unknown[]>(
          `select 1 from app.referral where person_id = $1 union all select 1 from app.case_file where person_id = $1`,
          [personId],
        ),
      );
      expect([persona, rows.length > 0]).toEqual([persona, mayReadRestricted(actor)]);
    }
    expect(await opened('responder', caseId)).toEqual({ kind: 'not-found' });
    expect(await opened('lead', caseId)).toMatchObject({ kind: 'opened' });
    const clocks = await instance().admin(
      `select 1 from app.deadline where case_id = $1 and state = 'running'`,
      [caseId],
    );
    expect(clocks.length).toBeGreaterThan(0);
    const again = await desk.received({ kind: 'restriction', caseReference });
    await desk.change(again, confirm);
    expect(await restrict(again, 'restricted')).toEqual({ kind: 'refused', reason: 'restricted-already' });
    expect(await restrict(again, 'restriction-lifted')).toEqual({ kind: 'restriction-lifted' });
    expect(await opened('responder', caseId)).toMatchObject({ kind: 'opened' });
  });

  it('P5 takes back what waited to be sent, and lets nobody ask for more until it is lifted', async () => {
    const { caseReference, ...found } = await referred();
    const id = await desk.received({ kind: 'restriction', caseReference });
    await desk.change(id, confirm);
    const mailed = await withEmail(instance(), found, { checked: '2026-09-01T09:00:00Z' });
    const aboutAt = instant('2026-09-01T16:00:00Z');
    expect(await queueMail(instance(), mailed, { aboutAt }, 'lead')).toMatchObject({ kind: 'queued' });
    expect(await restrict(id, 'restricted')).toEqual({ kind: 'restricted' });
    expect(await messagesOf(instance(), found.caseId)).toMatchObject([
      { state: 'cancelled', reason: 'restricted' },
    ]);
    const kept = { kind: 'refused', reason: 'restricted' };
    expect(await queueMail(instance(), mailed, { aboutAt }, 'lead')).toEqual(kept);
    const lift = await desk.received({ kind: 'restriction', caseReference });
    await desk.change(lift, confirm);
    expect(await restrict(lift, 'restriction-lifted')).toEqual({ kind: 'restriction-lifted' });
    expect(await queueMail(instance(), mailed, { aboutAt }, 'lead')).toMatchObject({ kind: 'queued' });
  });

  it('is the rule of two roles and no other', () => {
    const may = ROLES.filter((role) => mayReadRestricted({ ...instance().persona('lead'), role }));
    expect(may).toEqual(['duty-lead', 'data-protection-officer']);
  });
});

describe('a correction', () => {
  it('puts the new name in its place, and keeps the old one sealed and marked', async () => {
    const { caseId, caseReference, personId } = await referred();
    const id = await desk.received({ kind: 'rectification', caseReference });
    await desk.change(id, confirm);
    const { webWork, vault, ids, persona, admin } = instance();
    const input = {
      requestId: id,
      revision: await desk.revision(id),
      field: 'full-name' as const,
      after: 'Linnet Sample',
      words: 'It was written down wrong.',
    };
    expect(done(await new Rectify(webWork, vault, ids).execute(persona('dpo'), input, onlyOnce()))).toEqual({
      kind: 'rectified',
      childNow: false,
    });
    expect(JSON.stringify(await opened('responder', caseId))).toContain('Linnet Sample');
    const [kept] = await admin<{ rectification_id: string; sealed: Buffer }>(
      `select r.rectification_id, p.sealed from app.rectification r
       join vault.person_record p on p.record_id = r.rectification_id where r.person_id = $1`,
      [personId],
    );
    const subject = await vault.of(personId);
    if (subject.kind !== 'open' || kept === undefined) throw new Error('the correction is kept');
    const place = { recordId: kept.rectification_id, kind: 'rectification' } as const;
    expect(subject.vault.open(place, kept.sealed)).toMatchObject({
      before: 'Wren Sample',
      after: 'Linnet Sample',
    });
  });
});

describe('a correction of a date of birth', () => {
  it('goes through the one function: ages and marks follow, and what stood there is sealed once', async () => {
    const { caseReference, personId } = await referred();
    const id = await desk.received({ kind: 'rectification', caseReference });
    await desk.change(id, confirm);
    const { webWork, vault, ids, persona, admin } = instance();
    const put = async (after: string, by = 'dpo') => {
      const words = 'They gave us the right date.';
      const input = {
        requestId: id,
        revision: await desk.revision(id),
        field: 'date-of-birth',
        after,
        words,
      } as const;
      return done(await new Rectify(webWork, vault, ids).execute(persona(by), input, onlyOnce()));
    };
    const marks = () =>
      admin<{ mark: string }>(
        `select mark::text as mark from vault.search_mark
         where person_id = $1 and kind in ('name-year', 'name-day') order by 1`,
        [personId],
      );
    const before = await marks();
    expect(await put('2010-05-11', 'lead')).toEqual({ kind: 'not-found' });
    expect(await put('2010-02-30')).toEqual({ kind: 'refused', reason: 'not-a-birth-date' });
    expect(await put('2030-01-01')).toEqual({ kind: 'refused', reason: 'born-in-the-future' });
    expect(await put('2010-05-11')).toEqual({ kind: 'rectified', childNow: true });
    const [person] = await admin<{ age_band: string }>(
      'select age_band from app.person where person_id = $1',
      [personId],
    );
    expect(person?.age_band).toBe('16-17');
    expect(await marks()).not.toEqual(before);
    const kept = await admin<{ kind: string }>(
      `select kind from vault.person_record where person_id = $1 and kind in ('age-correction', 'rectification')
       order by kind`,
      [personId],
    );
    expect(kept.map(({ kind }) => kind)).toEqual(['age-correction', 'rectification']);
  });
});

describe('a request for a person’s information', () => {
  const STATED: Omit<StateReleaseInput, 'requestId' | 'revision'> = {
    counselling: true,
    stated: {
      'belief-held': 'They told us that you supported them.',
      'reasonable-line': 'It bears on the timeline.',
      necessary: 'Nothing else shows it.',
      'probative-value': 'It is likely to.',
    },
    seniorApproved: true,
    notification: 'told',
    view: 'objects',
    released: ['dates-of-support'],
    legalHold: true,
  };
  const state = async (requestId: InformationRequestId, change: Partial<StateReleaseInput> = {}) => {
    const { webWork, vault, persona } = instance();
    const input = { ...STATED, ...change, requestId, revision: await desk.revision(requestId) };
    return done(await new StateRelease(webWork, vault).execute(persona('dpo'), input, onlyOnce()));
  };
  const decide = async (
    requestId: InformationRequestId,
    decision: 'propose' | 'approve' | 'decline',
    by = 'dpo',
  ) => {
    const input = { requestId, revision: await desk.revision(requestId), decision };
    return done(
      await new DecideRelease(instance().webWork, instance().ids).execute(
        instance().persona(by),
        input,
        onlyOnce(),
      ),
    );
  };

  it('is released by two people, and only with every test stated', async () => {
    const { caseReference } = await referred();
    const id = await desk.received({
      kind: 'victim-information',
      caseReference,
      requester: 'police',
      counselling: true,
    });
    expect(await decide(id, 'propose')).toEqual({ kind: 'refused', reason: 'belief-held' });
    const stated = { ...STATED.stated, 'probative-value': ' ' };
    expect(await state(id, { stated, seniorApproved: false })).toEqual({
      kind: 'stated',
      missing: ['probative-value', 'senior-approval'],
    });
    expect(await decide(id, 'propose')).toEqual({ kind: 'refused', reason: 'probative-value' });
    expect(await state(id)).toEqual({ kind: 'stated', missing: [] });
    expect(await decide(id, 'approve')).toEqual({ kind: 'refused', reason: 'not-proposed' });
    expect(await decide(id, 'propose')).toMatchObject({ kind: 'decided' });
    expect(await decide(id, 'approve')).toEqual({ kind: 'refused', reason: 'same-person' });
    expect(await decide(id, 'approve', 'lead')).toEqual({ kind: 'not-found' });
    expect(await decide(id, 'decline', 'manager')).toMatchObject({ kind: 'decided' });
    expect(await decide(id, 'propose')).toMatchObject({ kind: 'decided' });
    expect(await decide(id, 'approve', 'manager')).toMatchObject({ kind: 'decided' });
    const [row] = await instance().admin<{ settlement: string; decided_by: string }>(
      'select settlement, decided_by from app.information_request where request_id = $1',
      [id],
    );
    const manager = instance().persona('manager');
    expect(row).toEqual({ settlement: 'released-in-part', decided_by: manager.userId });
    const holds = await instance().admin<{ hold_id: HoldId }>(
      `select hold_id from app.legal_hold where reason = 'police-investigation' and set_by = $1 and request_id = $2`,
      [manager.userId, id],
    );
    expect(holds).toHaveLength(1);
    const reading = new ReadHold(instance().webWork, instance().vault);
    expect(await reading.execute(manager, holds[0]!.hold_id)).toMatchObject({
      requestReference: expect.stringMatching(/^DP-/),
      hold: { setBy: manager.userId, untilOn: null, liftedAt: null },
      note: null,
    });
  });

  it('holds nothing when it says that no hold is needed', async () => {
    const { caseReference } = await referred();
    const id = await desk.received({ kind: 'victim-information', caseReference, requester: 'court' });
    await state(id, { counselling: false, legalHold: false });
    await decide(id, 'propose');
    expect(await decide(id, 'approve', 'manager')).toMatchObject({ kind: 'decided' });
    expect(await instance().admin('select 1 from app.legal_hold where request_id = $1', [id])).toEqual([]);
  });
});

describe('a breach', () => {
  it('counts the hours from when it was noticed and closes only when everybody was told', async () => {
    const { webWork, vault, ids, persona, setNow } = instance();
    await setNow('2026-09-04T17:00:00Z');
    const input = {
      kind: 'wrong-recipient',
      noticedAt: instant('2026-09-04T16:00:00Z'),
      peopleAffected: 2,
      words: 'A letter went astray.',
    } as const;
    const recorded = done(
      await new RecordBreach(webWork, vault, ids).execute(persona('dpo'), input, onlyOnce()),
    );
    if (recorded.kind !== 'recorded') throw new Error(recorded.kind);
    expect(new Date(recorded.regulatorDueAt).toISOString()).toBe('2026-09-07T16:00:00.000Z');
    let revision = 0;
    const change = async (to: ChangeBreachInput['change'], by = 'dpo') => {
      const breach = { breachId: recorded.breachId, revision: revision + 1, change: to };
      const outcome = done(await new ChangeBreach(webWork).execute(persona(by), breach, onlyOnce()));
      if (outcome.kind === 'changed') revision += 1;
      return outcome;
    };
    expect(await change({ kind: 'close' }, 'lead')).toEqual({ kind: 'not-found' });
    expect(await change({ kind: 'close' })).toEqual({ kind: 'refused', reason: 'not-assessed' });
    await change({ kind: 'assess', risk: 'high-risk', peopleAffected: 2 });
    expect(await change({ kind: 'close' })).toEqual({ kind: 'refused', reason: 'regulator-not-told' });
    await change({ kind: 'report' });
    expect(await change({ kind: 'close' })).toEqual({ kind: 'refused', reason: 'people-not-told' });
    await change({ kind: 'tell-people' });
    expect(await change({ kind: 'close' })).toMatchObject({ kind: 'changed' });
    expect(await change({ kind: 'report' })).toEqual({ kind: 'refused', reason: 'closed' });
  });
});

describe('a complaint', () => {
  it('is acknowledged within thirty days, the day of receipt counted, and then has an outcome', async () => {
    const id = await desk.received({ kind: 'complaint' });
    expect(await desk.change(id, { kind: 'acknowledge' })).toMatchObject({ request: { nextDue: 'outcome' } });
    const [first] = await instance().admin<{ due_on: string }>(
      'select due_on::text from app.information_request_clock where request_id = $1 and version = 1',
      [id],
    );
    expect(first?.due_on).toBe('2026-09-30');
    expect(await desk.change(id, { kind: 'settle', settlement: 'complaint-upheld' })).toMatchObject({
      request: { state: 'settled', nextDueAt: null },
    });
  });
});
