import { NoteAskedAgain, RecordDeclinedOffer, type DeclinedOfferInput } from '#libs/casework';
import { offersToAskAgain } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';

describe('offers that were declined', () => {
  const instance = useInstance();

  beforeEach(() => instance().setNow('2026-03-31T23:30:00Z'));

  const NOT_NOW: DeclinedOfferInput = { answer: 'not-now', district: 'E07000066', askAgainOn: '2026-04-20' };

  function record(by: string, change: Partial<DeclinedOfferInput> = {}, repeatable = onlyOnce()) {
    const { webWork, ids, persona } = instance();
    return new RecordDeclinedOffer(webWork, ids).execute(persona(by), { ...NOT_NOW, ...change }, repeatable);
  }

  async function recorded(by: string) {
    const once = await record(by);
    if (once.kind !== 'done' || once.result.kind !== 'recorded') throw new Error(JSON.stringify(once));
    return once.result.offerId;
  }

  function toAsk(by: string) {
    const { webWork, persona } = instance();
    return webWork.read(persona(by), (manager) => offersToAskAgain(manager));
  }

  it('keeps the local month, the district, the answer and the day to ask again, and nothing else', async () => {
    const id = await recorded('officer');
    const [row] = await instance().admin<Record<string, unknown>>(
      `select *, month_on::text as month_on, ask_again_on::text as ask_again_on from app.declined_offer
       where offer_id = $1`,
      [id],
    );
    const { agencyId, teamId } = instance().persona('officer');
    expect(row).toEqual({
      offer_id: id,
      agency_id: agencyId,
      team_id: teamId,
      answer: 'not-now',
      district: 'E07000066',
      // Half past midnight on 1 April in London.
      month_on: '2026-04-01',
      ask_again_on: '2026-04-20',
      asked_again_on: null,
    });
    const [entry] = await instance().admin<{ subject_kind: string; payload: object }>(
      'select subject_kind, payload from app.journal where subject_id = $1',
      [id],
    );
    expect(entry).toEqual({
      subject_kind: 'declined-offer',
      payload: {
        answer: 'not-now',
        district: 'E07000066',
        monthOn: '2026-04-01',
        askAgainOn: '2026-04-20',
      },
    });
  });

  it('makes no person, referral or case, and counts for reports without saying who made it', async () => {
    const count = () =>
      instance().admin(`select (select count(*) from app.person) as people,
        (select count(*) from app.referral) as referrals, (select count(*) from app.case_file) as cases`);
    const before = await count();
    await record('officer', { answer: 'no', askAgainOn: null });
    expect(await count()).toEqual(before);
    const report = await instance().admin(
      `select column_name from information_schema.column_privileges
       where table_name = 'declined_offer' and grantee like '%report%' order by 1`,
    );
    expect(report).toEqual([
      { column_name: 'answer' },
      { column_name: 'district' },
      { column_name: 'month_on' },
    ]);
  });

  it('P7 no other team sees an offer, asks it again or adds one in this team’s name', async () => {
    const { webWork, persona } = instance();
    const id = await recorded('officer');
    expect((await toAsk('officer')).map(({ offerId }) => offerId)).toContain(id);
    for (const other of ['officer-south', 'responder', 'sarc', 'commissioner', 'administrator', 'auditor']) {
      expect((await toAsk(other)).map(({ offerId }) => offerId)).not.toContain(id);
    }
    const note = new NoteAskedAgain(webWork);
    expect(await note.execute(persona('officer-south'), id, onlyOnce())).toMatchObject({
      result: { kind: 'not-found' },
    });
    const { agencyId, teamId } = persona('officer');
    await expect(
      webWork.read(persona('officer-south'), (manager) =>
        manager.query(
          `insert into app.declined_offer (offer_id, agency_id, team_id, answer, month_on)
           values (gen_random_uuid(), $1, $2, 'no', '2026-03-01')`,
          [agencyId, teamId],
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('leaves the list once somebody of the team has asked again', async () => {
    const { webWork, persona } = instance();
    const id = await recorded('officer');
    const note = new NoteAskedAgain(webWork);
    expect(await note.execute(persona('officer'), id, onlyOnce())).toMatchObject({
      result: { kind: 'noted' },
    });
    expect((await toAsk('officer')).map(({ offerId }) => offerId)).not.toContain(id);
    expect(await note.execute(persona('officer'), id, onlyOnce())).toMatchObject({
      result: { kind: 'not-found' },
    });
  });

  it('is one offer when the same form is sent twice', async () => {
    const once = onlyOnce();
    const first = await record('officer', {}, once);
    expect(await record('officer', {}, once)).toEqual({ ...first, kind: 'repeated' });
  });

  it.each([
    { askAgainOn: '2026-03-31', reason: 'ask-again-in-the-past' },
    { askAgainOn: '2029-01-01', reason: 'ask-again-too-far' },
    { district: 'E00000000', reason: 'unknown-district' },
  ])('refuses $reason with a reason', async ({ reason, ...change }) => {
    expect(await record('officer', change)).toMatchObject({ result: { kind: 'refused', reason } });
  });

  it.each(['sarc', 'commissioner', 'auditor', 'administrator', 'manager'])(
    '%s records no offers',
    async (by) => {
      expect(await record(by)).toMatchObject({ result: { kind: 'not-found' } });
    },
  );
});
