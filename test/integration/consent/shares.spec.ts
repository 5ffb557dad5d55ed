import { SweepConsent } from '#libs/casework';
import { sharedList } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY, TO_WILLOW, WILLOW } from './support';

const REPORTED = '2026-03-02T10:00:00Z';

describe('what is shared with another service', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new ConsentActs(instance);
  const NAMED = { nameToAskFor: 'Sample Dunlin', fullName: 'Sample Invented Dunlin' };

  beforeEach(() => instance().setNow(MONDAY));

  const seen = (caseId: string) =>
    instance().admin<{ what: string; agency_id: string; basis: string }>(
      `select what, agency_id, basis from app.access_log where case_id = $1 and basis = 'share' order by what`,
      [caseId],
    );

  it('opens nothing without an answer, and says why (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const proposed = await acts.propose(caseId, ['identity']);
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
    expect(await acts.change(proposed.shareId, 'open')).toEqual({ kind: 'refused', reason: 'no-ground' });
    expect(await acts.read(proposed.shareId)).toEqual({ kind: 'not-found' });
  });

  it('shows exactly the classes agreed to, and records each look before it shows anything (P6, P8)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const shareId = await acts.shared(caseId, ['identity']);
    const read = await acts.read(shareId);
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.dataClasses).toEqual(['identity']);
    expect(read.names).toEqual({
      identity: expect.objectContaining(NAMED),
      words: null,
      routes: [],
      crimeReference: null,
    });
    expect(read.card).toBeNull();
    expect(await seen(caseId)).toEqual([{ what: 'identity', agency_id: WILLOW, basis: 'share' }]);
  });

  it('ends with the transaction that records the withdrawal: the next read is not found (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const shareId = await acts.shared(caseId);
    expect((await acts.read(shareId)).kind).toBe('read');
    expect(await acts.withdraw(caseId)).toMatchObject({ kind: 'withdrawn', closedShares: 1 });
    expect(await acts.read(shareId)).toEqual({ kind: 'not-found' });
    const [share] = await instance().admin('select state, closing from app.share where share_id = $1', [
      shareId,
    ]);
    expect(share).toEqual({ state: 'closed', closing: 'consent-withdrawn' });
    const notices = await instance().admin(
      'select kind from app.share_notice where share_id = $1 order by raised_at, notice_id',
      [shareId],
    );
    expect(notices).toEqual([{ kind: 'opened' }, { kind: 'recalled' }]);
    expect((await seen(caseId)).map(({ what }) => what)).toEqual([
      'contact-route',
      'identity',
      'safe-contact-words',
    ]);
  });

  it('closes a proposal that nobody had opened when the person withdraws (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.record(caseId);
    const proposed = await acts.propose(caseId, ['identity', 'safe-contact']);
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
    await acts.withdraw(caseId);
    expect(await acts.change(proposed.shareId, 'open')).toMatchObject({ reason: 'closed-already' });
    const notices = await instance().admin('select 1 from app.share_notice where share_id = $1', [
      proposed.shareId,
    ]);
    expect(notices).toEqual([]);
  });

  it('keeps the classes that were not taken back', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const shareId = await acts.shared(caseId);
    await acts.withdraw(caseId, { dataClass: 'identity' });
    const read = await acts.read(shareId);
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.dataClasses).toEqual(['safe-contact']);
    expect(read.names?.identity).toBeNull();
    expect(read.names?.routes).toHaveLength(1);
  });

  it('ends at the last instant of an agreement though no timer ran, and is noted afterwards (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    const shareId = await acts.shared(caseId, ['identity'], 30);
    await instance().setNow('2026-04-01T10:06:30Z');
    expect(await acts.read(shareId)).toEqual({ kind: 'not-found' });
    const list = await instance().webWork.read(instance().persona('adviser'), (manager) =>
      sharedList(manager, WILLOW),
    );
    expect(list.shares.map((line) => line.shareId)).not.toContain(shareId);
    const sweep = new SweepConsent(instance().workerWork);
    while ((await sweep.execute({ limit: 100 })) > 0);
    const [share] = await instance().admin('select state, closing from app.share where share_id = $1', [
      shareId,
    ]);
    expect(share).toEqual({ state: 'closed', closing: 'consent-expired' });
  });

  describe('to anybody else', () => {
    it.each(['sarc', 'officer', 'officer-south', 'commissioner', 'auditor', 'administrator', 'responder'])(
      'does not exist for %s (P7)',
      async (key) => {
        const { caseId } = await promise.refer(REPORTED, NAMED);
        const shareId = await acts.shared(caseId);
        expect(await acts.read(shareId, key)).toEqual({ kind: 'not-found' });
        expect(await seen(caseId)).toEqual([]);
      },
    );

    it('shows another service no row of the person, whatever it asks the database (P6)', async () => {
      const { caseId, personId } = await promise.refer(REPORTED, NAMED);
      await acts.shared(caseId, ['identity']);
      const rows = (key: string) =>
        instance().webWork.read(instance().persona(key), async (manager) => ({
          sealed: await manager.query<{ kind: string }[]>(
            'select kind from vault.person_record where person_id = $1 order by kind',
            [personId],
          ),
          routes: await manager.query<unknown[]>('select 1 from app.contact_route where person_id = $1', [
            personId,
          ]),
          incidents: await manager.query<unknown[]>('select 1 from app.incident where person_id = $1', [
            personId,
          ]),
          cases: await manager.query<unknown[]>('select 1 from app.case_file where case_id = $1', [caseId]),
          shares: await manager.query<unknown[]>('select 1 from app.share where person_id = $1', [personId]),
          consent: await manager.query<unknown[]>('select 1 from app.consent_entry where person_id = $1', [
            personId,
          ]),
        }));
      expect(await rows('adviser')).toMatchObject({
        sealed: [{ kind: 'identity' }],
        routes: [],
        incidents: [],
        cases: [],
        shares: [{}],
      });
      expect(await rows('sarc')).toEqual({
        sealed: [],
        routes: [],
        incidents: [],
        cases: [],
        shares: [],
        consent: [],
      });
      expect((await rows('officer')).shares).toEqual([]);
      expect((await rows('commissioner')).consent).toEqual([]);
    });

    it('lets nobody write a share, a notice or an answer for others', async () => {
      const { caseId, personId } = await promise.refer(REPORTED);
      const forge = (key: string) =>
        instance().webWork.read(instance().persona(key), (manager) =>
          manager.query(
            `insert into app.share (share_id, case_id, person_id, handling_agency_id, reference, agency_id, purpose,
               data_classes, state, proposed_by, proposed_at)
             select uuidv7(), $1, $2, '00000000-0000-7000-8000-000000000002', 'WM-X', $3, 'support', '{identity}',
               'proposed', app.claim_user(), app.service_now()`,
            [caseId, personId, WILLOW],
          ),
        );
      for (const key of ['adviser', 'officer', 'commissioner', 'manager']) {
        await expect(forge(key)).rejects.toThrow('row-level security');
      }
    });
  });

  it('refuses a stale change, an unknown service and a second live share', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const stale = await acts.record(caseId, { revision: 99 });
    expect(stale).toMatchObject({ kind: 'stale' });
    const shareId = await acts.shared(caseId);
    expect(await acts.propose(caseId, ['identity'])).toEqual({ kind: 'refused', reason: 'shared-already' });
    expect(await acts.change(shareId, 'open')).toMatchObject({ kind: 'refused', reason: 'already-open' });
    expect(await acts.change(shareId, 'close')).toMatchObject({ kind: 'changed' });
    const police = 'agency:00000000-0000-7000-8000-000000000001' as typeof TO_WILLOW;
    expect(await acts.record(caseId, { recipient: police })).toMatchObject({ reason: 'unknown-recipient' });
  });

  it('writes no name into the journal', async () => {
    const { caseId } = await promise.refer(REPORTED, NAMED);
    await acts.shared(caseId);
    await acts.withdraw(caseId);
    const rows = await instance().admin<{ type: string; line: string }>(
      `select event_type as type, row_to_json(j)::text as line from app.journal j where case_id = $1`,
      [caseId],
    );
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['consent.given', 'share.opened', 'consent.withdrawn', 'share.closed']),
    );
    for (const { line } of rows) expect(line).not.toMatch(/Dunlin/);
  });
});
