import { SubmitReferral, type ReferralInput } from '#libs/casework';
import { instant, SOURCES, type ReferralId } from '#libs/domain';
import { promiseFigure, PromiseFactProjector, referralStatus, referralStatuses } from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { DataSource } from 'typeorm';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

describe('referrals from other doors', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);

  beforeEach(() => instance().setNow('2026-03-02T10:05:00Z'));

  function submit(input: ReferralInput, by: string, repeatable = onlyOnce()) {
    const { webWork, vault, ids, persona } = instance();
    return new SubmitReferral(webWork, vault, ids).execute(persona(by), input, repeatable);
  }

  async function submitted(input: ReferralInput, by = 'responder'): Promise<ReferralId> {
    const once = await submit(input, by);
    if (once.kind !== 'done' || once.result.kind !== 'submitted') throw new Error(JSON.stringify(once));
    return once.result.referralId;
  }

  it.each(SOURCES.filter((source) => source !== 'police'))(
    'P11 a referral of source %s is taken on with its few answers and a clock from when we received it',
    async (source) => {
      const bare = aReferral()
        .from(source, instant('2026-03-02T09:00:00Z'))
        .with({ district: null, age: { kind: 'band', band: '18-24' } })
        .build();
      const id = await submitted(bare);
      const deadlines = await instance().admin(
        `select limb, policy_id, due_at from app.deadline where referral_id = $1 order by limb`,
        [id],
      );
      expect(deadlines).toEqual([
        { limb: '1wd', policy_id: 'essex-received', due_at: new Date('2026-03-03T17:00:00Z') },
        { limb: '24h', policy_id: 'essex-received', due_at: new Date('2026-03-03T09:00:00Z') },
      ]);
      const [row] = await instance().admin(
        `select p.channel, p.reported_at, r.district, s.age_band from app.referral r
         join app.report p using (report_id) join app.person s on s.person_id = r.person_id where referral_id = $1`,
        [id],
      );
      expect(row).toEqual({
        channel: 'received',
        reported_at: new Date('2026-03-02T09:00:00Z'),
        district: null,
        age_band: '18-24',
      });
    },
  );

  it('starts the clock now when nobody says when it was received', async () => {
    const now = await instance().setNow('2026-03-02T10:05:00Z');
    const id = await submitted(aReferral().from('self').build());
    const [row] = await instance().admin<{ reported_at: Date }>(
      'select p.reported_at from app.referral join app.report p using (report_id) where referral_id = $1',
      [id],
    );
    expect(row!.reported_at.getTime() - now).toBeLessThan(60_000);
  });

  it('P10 the police figure counts police referrals and no other', async () => {
    await acts.refer('2026-03-02T10:00:00Z');
    await submitted(aReferral().from('school').build());
    await caughtUp(instance(), new PromiseFactProjector(instance().worker));
    const sources = await instance().admin('select distinct source from report.promise_fact order by source');
    expect(sources).toContainEqual({ source: 'school' });
    const reports = await new DataSource({
      type: 'postgres',
      url: instance().database.url('report'),
    }).initialize();
    const police = await instance().admin<{ count: string }>(
      `select count(*) from app.referral where source = 'police'`,
    );
    const figure = await promiseFigure(reports, '2026-03-01');
    await reports.destroy();
    expect(figure.limbs.map(({ referrals }) => String(referrals))).toEqual([
      police[0]?.count,
      police[0]?.count,
    ]);
  });

  it('says which answers are missing and keeps nothing', async () => {
    const input = { ...aReferral().withoutNumber().build(), alternative: null, district: null };
    const count = () => instance().admin('select count(*) from app.referral');
    const before = await count();
    expect(await submit(input, 'officer')).toEqual({
      kind: 'done',
      result: { kind: 'incomplete', missing: ['district', 'safeContact'] },
    });
    expect(await count()).toEqual(before);
  });

  it('P11 the same submission twice makes one referral', async () => {
    const [input, once] = [aReferral().from('health').build(), onlyOnce()];
    const first = await submit(input, 'responder', once);
    const second = await submit(input, 'responder', once);
    expect(first.kind).toBe('done');
    expect(second).toEqual({ ...first, kind: 'repeated' });
  });

  it('P11 a report of more than seven days ago is taken on and marked, with its reason or without', async () => {
    const old = aReferral().reportedAt(instant('2026-02-20T10:00:00Z'));
    const ids = [
      await submitted(old.build()),
      await submitted(old.with({ lateReason: 'overlooked' }).build()),
    ];
    const rows = await instance().admin(
      `select p.late_reason from app.referral r join app.report p using (report_id)
       where referral_id = any($1::uuid[]) order by 1`,
      [ids],
    );
    expect(rows).toEqual([{ late_reason: 'not-given' }, { late_reason: 'overlooked' }]);
  });

  it('P12 who rang is sealed and in no other place', async () => {
    const phonedBy = { name: 'Sample Sergeant Dunnock', unit: 'Sample unit' };
    const id = await submitted(aReferral().with({ receivedVia: 'phone', phonedBy }).build());
    const [record] = await instance().admin<{ person_id: never; sealed: Buffer }>(
      `select person_id, sealed from vault.person_record where kind = 'referrer' and record_id = $1`,
      [id],
    );
    const found = await instance().vault.of(record!.person_id);
    if (found.kind !== 'open') throw new Error('the record cannot be opened');
    expect(found.vault.open({ recordId: id, kind: 'referrer' }, record!.sealed)).toEqual({
      ...phonedBy,
      organisation: null,
      phone: null,
    });
    const journal = await instance().admin('select payload from app.journal');
    expect(JSON.stringify(journal)).not.toContain('Dunnock');
  });

  it('P7 a SARC worker refers for the SARC, sees what the own agency sent, and neither police referrals nor cases', async () => {
    const { webWork, persona } = instance();
    const police = await acts.refer('2026-03-02T10:00:00Z');
    const own = await submitted(aReferral().from('sarc').build(), 'sarc');
    const keyedByUs = await submitted(aReferral().from('sarc').build(), 'responder');
    const seen = await webWork.read(persona('sarc'), async (manager) => ({
      own: await referralStatus(manager, own),
      police: await referralStatus(manager, police.referralId),
      keyedByUs: await referralStatus(manager, keyedByUs),
      all: await referralStatuses(manager, { after: null, limit: 50 }),
      cases: await manager.query('select 1 from app.case_file'),
      vault: await manager.query('select 1 from vault.person_record'),
      people: await manager.query('select 1 from app.person'),
    }));
    expect(seen.own).toMatchObject({ referralId: own, feedback: 'received' });
    expect(seen.all.map(({ referralId }) => referralId)).toEqual([own]);
    expect(seen).toMatchObject({ police: null, keyedByUs: null, cases: [], vault: [], people: [] });
    expect(await submit(aReferral().build(), 'sarc')).toEqual({
      kind: 'done',
      result: { kind: 'refused', reason: 'not-allowed' },
    });
  });

  it('an officer cannot refer for another door, neither in the use case nor in the database', async () => {
    const { webWork, persona } = instance();
    expect(await submit(aReferral().from('school').build(), 'officer')).toEqual({
      kind: 'done',
      result: { kind: 'refused', reason: 'not-allowed' },
    });
    const { referralId } = await acts.refer('2026-03-02T10:00:00Z');
    const copy = (by: string) =>
      webWork.read(persona(by), (manager) =>
        manager.query(
          `insert into app.referral (referral_id, reference, person_id, report_id, source, state,
             referring_agency_id, referring_team_id, referred_by, handling_agency_id, dangers, agreement, submitted_at)
           select gen_random_uuid(), gen_random_uuid()::text, person_id, report_id, 'self', state, app.claim_agency(),
             app.claim_team(), app.claim_user(), handling_agency_id, dangers, agreement, submitted_at
           from app.referral where referral_id = $1`,
          [referralId],
        ),
      );
    await expect(copy('officer')).rejects.toThrow('row-level security');
    await expect(copy('responder')).resolves.toBeDefined();
  });
});
