import { AcknowledgeRisk, AcknowledgeUrgentPage, StepUrgentPages } from '#libs/casework';
import type { Danger, Instant, ShiftId, UrgentPageId } from '#libs/domain';
import { instant } from '#libs/domain';
import { urgentPageOf } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

/** Sunday 1 March 2026, 22:41 in London: far outside opening hours. */
const NIGHT = '2026-03-01T22:41:00Z';

beforeEach(async () => {
  await instance().admin('delete from app.urgent_page_notice');
  await instance().admin(
    `update app.urgent_page set state = 'settled', next_step_at = null where state = 'open'`,
  );
  await instance().admin('update app.on_call_shift set removed_at = from_at');
  await instance().setNow(NIGHT);
});

async function onCall(persona: string, from = '2026-03-01T17:00:00Z', to = '2026-03-02T09:00:00Z') {
  const { userId, agencyId, teamId } = instance().persona(persona);
  await instance().webWork.run(instance().persona('lead'), (tx) =>
    tx.onCall.insert({
      id: instance().ids.next<ShiftId>(),
      agencyId,
      teamId: teamId!,
      userId,
      fromAt: instant(from),
      toAt: instant(to),
      revision: 1,
    }),
  );
  return userId;
}

const refer = (dangers: readonly Danger[] = ['danger-now']) =>
  acts.refer('2026-03-01T22:35:00Z', { dangers });

const step = () => new StepUrgentPages(instance().workerWork).execute({ limit: 50 });

const notices = ({ referralId }: ReferredCase) =>
  instance().admin<{ step: number; recipient_user_id: string }>(
    `select n.step, n.recipient_user_id from app.urgent_page_notice n join app.urgent_page p using (page_id)
     where p.referral_id = $1 order by n.step, n.recipient_user_id`,
    [referralId],
  );

async function pageIdOf({ referralId }: ReferredCase): Promise<UrgentPageId> {
  const [row] = await instance().admin<{ page_id: UrgentPageId }>(
    'select page_id from app.urgent_page where referral_id = $1',
    [referralId],
  );
  return row!.page_id;
}

async function answer(referred: ReferredCase, persona: string) {
  const pageId = await pageIdOf(referred);
  const once = await new AcknowledgeUrgentPage(instance().webWork).execute(
    instance().persona(persona),
    { pageId, revision: 1 },
    onlyOnce(),
  );
  return once.kind === 'done' ? once.result : once;
}

async function holdRisk(referred: ReferredCase, persona: string) {
  const once = await new AcknowledgeRisk(instance().webWork).execute(
    instance().persona(persona),
    referred.referralId,
    onlyOnce(),
  );
  return once.kind === 'done' ? once.result : once;
}

const seenBy = (referred: ReferredCase, persona: string) =>
  instance().webWork.read(instance().persona(persona), (manager) =>
    urgentPageOf(manager, referred.referralId),
  );

describe('a referral in danger', () => {
  it.each<[Danger[]]>([[['danger-now']], [['forensic-window-open']], [['danger-now', 'suicide-risk']]])(
    'with %j pages the person on call at submission, out of hours too',
    async (dangers) => {
      const userId = await onCall('responder');
      const referred = await refer(dangers);
      await step();
      expect(await notices(referred)).toEqual([{ step: 0, recipient_user_id: userId }]);
      expect(await seenBy(referred, 'officer')).toMatchObject({
        somebodyOnCall: true,
        state: 'open',
        raisedAt: expect.closeTo(instant(NIGHT), -4),
        acknowledgedAt: null,
        riskAcknowledgedAt: null,
      });
    },
  );

  it.each([
    ['sarc', 'sarc'],
    ['self', 'responder'],
    ['school', 'lead'],
  ] as const)(
    'from the door %s pages the person on call when the persona %s sends it',
    async (source, by) => {
      const userId = await onCall('responder');
      const change = { source, reportedAt: null, crimeReference: null, dangers: ['danger-now'] } as const;
      const referred = await acts.refer(NIGHT, change, by);
      await step();
      expect(await notices(referred)).toEqual([{ step: 0, recipient_user_id: userId }]);
      expect(await seenBy(referred, by)).toMatchObject({ somebodyOnCall: true, state: 'open' });
    },
  );

  it.each<[Danger[]]>([[[]], [['suicide-risk']]])('with %j pages nobody', async (dangers) => {
    await onCall('responder');
    const referred = await refer(dangers);
    expect(await seenBy(referred, 'officer')).toBeNull();
  });

  it('P3 takes each step once, whoever else is taking it, and steps up to the lead and the manager', async () => {
    const responder = await onCall('responder');
    const [lead, manager] = [instance().persona('lead').userId, instance().persona('manager').userId];
    const referred = await refer();
    const stepAt = async (iso: string) => {
      await instance().setNow(iso);
      await Promise.all([step(), step(), step()]);
      await step();
    };
    await stepAt('2026-03-01T22:42:00Z');
    await stepAt('2026-03-01T22:52:00Z');
    await stepAt('2026-03-01T23:02:00Z');
    await stepAt('2026-03-01T23:12:00Z');
    await stepAt('2026-03-01T23:22:00Z');
    expect((await notices(referred)).map((row) => [row.step, row.recipient_user_id])).toEqual([
      [0, responder],
      [1, responder],
      [2, lead],
      [3, lead],
      [4, manager],
    ]);
  });

  it('after an outage takes the step that is due now, not each one that nobody took', async () => {
    await onCall('responder');
    const referred = await refer();
    await instance().setNow('2026-03-01T23:05:00Z');
    await step();
    expect((await notices(referred)).map((row) => row.step)).toEqual([2]);
  });

  it('pages whoever is on call at that step when the shift changed hands meanwhile', async () => {
    await onCall('responder', '2026-03-01T17:00:00Z', '2026-03-01T22:45:00Z');
    const next = await onCall('responder-two', '2026-03-01T22:45:00Z', '2026-03-02T09:00:00Z');
    const referred = await refer();
    await instance().setNow('2026-03-01T22:51:30Z');
    await step();
    expect(await notices(referred)).toEqual([{ step: 1, recipient_user_id: next }]);
  });

  it('with nobody on call tells the lead at once, and the referrer that nobody was', async () => {
    const referred = await refer();
    await step();
    expect(await notices(referred)).toEqual([
      { step: 0, recipient_user_id: instance().persona('lead').userId },
    ]);
    expect(await seenBy(referred, 'officer')).toMatchObject({ somebodyOnCall: false });
  });

  it('pages nobody any more once the person was reached', async () => {
    await onCall('responder');
    const referred = await refer();
    await step();
    await acts.attempt(referred, 'spoke', {
      happened: '2026-03-01T22:45:00Z',
      typedIn: '2026-03-01T22:46:00Z',
    });
    await instance().setNow('2026-03-01T22:55:00Z');
    await step();
    expect(await notices(referred)).toHaveLength(1);
    expect(await seenBy(referred, 'officer')).toMatchObject({ state: 'settled' });
  });

  it('goes on paging when the person is said to want no contact: that is no answer to danger', async () => {
    await onCall('responder');
    const referred = await refer();
    await step();
    await instance().admin(`update app.case_file set contact_state = 'not-wanted' where case_id = $1`, [
      referred.caseId,
    ]);
    await instance().setNow('2026-03-01T22:55:00Z');
    await step();
    expect(await notices(referred)).toHaveLength(2);
    expect(await stateOf(referred)).toBe('open');
  });

  it('P7 tells the police nothing when it stops for another reason than that the person was reached', async () => {
    await onCall('responder');
    const referred = await refer();
    await step();
    await instance().admin(
      `update app.case_file set contact_state = 'closed', closed_at = app.service_now() where case_id = $1`,
      [referred.caseId],
    );
    await instance().setNow('2026-03-01T22:55:00Z');
    await step();
    expect(await stateOf(referred)).toBe('settled');
    expect(await seenBy(referred, 'officer')).toMatchObject({ state: 'open', acknowledgedAt: null });
  });

  async function stateOf({ referralId }: { readonly referralId: string }): Promise<string | undefined> {
    const [page] = await instance().admin<{ state: string }>(
      'select state from app.urgent_page where referral_id = $1',
      [referralId],
    );
    return page?.state;
  }
});

describe('the answer to a page', () => {
  it('comes from the person on call, stops the steps and shows on the receipt', async () => {
    await onCall('responder');
    const referred = await refer();
    await step();
    expect(await answer(referred, 'responder')).toMatchObject({
      kind: 'acknowledged',
      caseId: referred.caseId,
    });
    await instance().setNow('2026-03-01T23:30:00Z');
    expect(await step()).toBe(0);
    expect(await seenBy(referred, 'officer')).toMatchObject({ state: 'acknowledged' });
    expect((await seenBy(referred, 'officer'))?.acknowledgedAt).not.toBeNull();
  });

  it.each(['lead', 'manager'])('comes from the %s as well', async (persona) => {
    await onCall('responder');
    expect(await answer(await refer(), persona)).toMatchObject({ kind: 'acknowledged' });
  });

  it('does not come from a colleague without the duty, from police, or twice', async () => {
    await onCall('responder');
    const referred = await refer();
    expect(await answer(referred, 'responder-two')).toEqual({ kind: 'refused', reason: 'not-on-call' });
    expect(await answer(referred, 'officer')).toEqual({ kind: 'not-found' });
    expect(await answer(referred, 'commissioner')).toEqual({ kind: 'not-found' });
    await answer(referred, 'responder');
    expect(await answer(referred, 'lead')).toMatchObject({ kind: 'stale' });
  });

  it('is one of two that come at once', async () => {
    await onCall('responder');
    const referred = await refer();
    const answers = await Promise.all([answer(referred, 'responder'), answer(referred, 'lead')]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['acknowledged', 'stale']);
  });
});

describe('the risk that an officer still holds', () => {
  it('is acknowledged once, by the team that referred and nobody else', async () => {
    const referred = await refer();
    expect(await holdRisk(referred, 'officer-south')).toEqual({ kind: 'not-found' });
    expect(await holdRisk(referred, 'auditor')).toEqual({ kind: 'not-found' });
    expect(await holdRisk(referred, 'officer')).toMatchObject({ kind: 'acknowledged' });
    expect(await holdRisk(referred, 'officer')).toMatchObject({ kind: 'acknowledged' });
    expect((await seenBy(referred, 'officer'))?.riskAcknowledgedAt).not.toBeNull();
    const events = await instance().admin(
      `select 1 from app.journal where event_type = 'urgent-page.risk-acknowledged' and subject_id = $1`,
      [referred.referralId],
    );
    expect(events).toHaveLength(1);
  });

  it('is not there for a referral that paged nobody', async () => {
    expect(await holdRisk(await refer([]), 'officer')).toEqual({ kind: 'not-found' });
  });

  it('P7 shows another team nothing of a page', async () => {
    const referred = await refer();
    expect(await seenBy(referred, 'officer-south')).toBeNull();
    expect(await seenBy(referred, 'commissioner')).toBeNull();
  });
});

describe('two shifts of one team', () => {
  it('never overlap, whoever writes them', async () => {
    await onCall('responder');
    await expect(onCall('responder-two', '2026-03-02T08:59:59Z', '2026-03-02T12:00:00Z')).rejects.toThrow(
      'two shifts of one team overlap',
    );
    const meets: Instant = instant('2026-03-02T09:00:00Z');
    await onCall('responder-two', '2026-03-02T09:00:00Z', '2026-03-02T12:00:00Z');
    const shift = await instance().webWork.run(instance().persona('lead'), (tx) =>
      tx.onCall.onCallAt({ teamId: instance().persona('lead').teamId!, at: meets }),
    );
    expect(shift?.userId).toBe(instance().persona('responder-two').userId);
  });

  it('are not written by a responder or by another agency', async () => {
    const { agencyId, teamId, userId } = instance().persona('responder');
    for (const persona of ['responder', 'officer', 'commissioner']) {
      await expect(
        instance().webWork.run(instance().persona(persona), (tx) =>
          tx.onCall.insert({
            id: instance().ids.next<ShiftId>(),
            agencyId,
            teamId: teamId!,
            userId,
            fromAt: instant('2026-04-01T09:00:00Z'),
            toAt: instant('2026-04-01T17:00:00Z'),
            revision: 1,
          }),
        ),
      ).rejects.toThrow(/row-level security/);
    }
  });
});
