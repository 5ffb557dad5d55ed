import { AddRoute, ChangeAge, KeepAges, type ChangeAgeInput, type RouteInput } from '#libs/casework';
import type { CaseId, PersonId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const ADULT = { age: { kind: 'years', years: 31 }, nameToAskFor: 'Sample Grown Heron' } as const;
const MOTHERS: RouteInput = {
  kind: 'third-party',
  value: '+447700900177',
  whose: 'Sample Mother',
  call: 'yes',
  text: 'no',
  voicemail: 'no',
  email: 'unknown',
};

describe('an age put right', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);

  beforeEach(() => instance().setNow('2026-03-02T10:05:30Z'));

  async function change(caseId: CaseId, to: Partial<ChangeAgeInput>, by = 'responder', key = onlyOnce()) {
    const { webWork, vault, ids, persona, admin } = instance();
    const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      caseId,
    ]);
    const input: ChangeAgeInput = {
      caseId,
      revision: row!.revision,
      age: { kind: 'born', bornOn: '2014-06-01' },
      reason: 'person-said',
      words: null,
      ...to,
    };
    const once = await new ChangeAge(webWork, vault, ids).execute(persona(by), input, key);
    return once.kind === 'done' ? once.result : once;
  }
  const personOf = async (personId: PersonId) => {
    const [row] = await instance().admin(
      `select age_band, age_at_incident, age_now, age_looked_on from app.person where person_id = $1`,
      [personId],
    );
    return row;
  };
  const tasksOf = async (caseId: CaseId) => {
    const rows = await instance().admin<{ kind: string }>(
      'select kind from app.safeguarding_task where case_id = $1 order by kind',
      [caseId],
    );
    return rows.map(({ kind }) => kind);
  };
  const marksOf = (personId: PersonId) =>
    instance().admin<{ kind: string; mark: number }>(
      'select kind, mark from vault.search_mark where person_id = $1 order by kind, mark',
      [personId],
    );
  const refer = (reported = '2026-03-02T10:00:00Z'): Promise<ReferredCase> => promise.refer(reported, ADULT);

  it('works out every band anew, has somebody told of the child, and closes the SARC', async () => {
    const { caseId, personId } = await refer();
    expect(await tasksOf(caseId)).toEqual([]);
    expect(await change(caseId, {})).toEqual({ kind: 'corrected', caseId, band: 'under-13', younger: true });
    expect(await personOf(personId)).toMatchObject({
      age_band: 'under-13',
      age_now: null,
      age_looked_on: null,
    });
    expect(await tasksOf(caseId)).toEqual(['child-under-13']);
    const [sarc] = await instance().admin<{ closed: boolean }>('select app.sarc_is_closed($1) as closed', [
      personId,
    ]);
    expect(sarc).toEqual({ closed: true });
  });

  it('seals what stood there beside what stands there now, and says in the history only the band', async () => {
    const { caseId, personId } = await refer();
    await change(caseId, { age: { kind: 'born', bornOn: '1990-02-03' } });
    await change(caseId, { words: 'They showed a school card' });
    const { vault, admin } = instance();
    const subject = await vault.of(personId);
    if (subject.kind !== 'open') throw new Error('the key is there');
    const sealed = await admin<{ record_id: string; kind: string; sealed: Buffer }>(
      `select record_id, kind, sealed from vault.person_record
       where person_id = $1 and kind in ('identity', 'age-correction') order by sealed_at, kind`,
      [personId],
    );
    const opened = sealed.map(({ record_id: recordId, kind, sealed: bytes }) =>
      subject.vault.open({ recordId, kind: kind as 'identity' | 'age-correction' }, bytes),
    );
    expect(opened).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ bornOn: '2014-06-01' }),
        { before: null, after: '1990-02-03', words: null },
        { before: '1990-02-03', after: '2014-06-01', words: 'They showed a school card' },
      ]),
    );
    const told = await admin<{ line: string }>(
      `select row_to_json(j)::text as line from app.journal j where event_type = 'person.age-corrected' and case_id = $1`,
      [caseId],
    );
    expect(told).toHaveLength(2);
    for (const { line } of told) expect(line).not.toMatch(/1990|2014|school/);
  });

  it('makes the marks by which they are found anew', async () => {
    const { caseId, personId } = await refer();
    const before = await marksOf(personId);
    await change(caseId, {});
    const after = await marksOf(personId);
    expect(after.filter(({ kind }) => kind === 'name-day')).not.toEqual([]);
    expect(before.filter(({ kind }) => kind === 'name-day')).toEqual([]);
    const other = (rows: typeof before) => rows.filter(({ kind }) => kind === 'phone');
    expect(other(after)).toEqual(other(before));
  });

  it('holds a number of somebody else that was safe for an adult, and leaves the person’s own', async () => {
    const { caseId, personId } = await refer();
    const { webWork, vault, ids, persona, admin } = instance();
    const route = { caseId, route: MOTHERS, saidBy: 'person' } as const;
    await new AddRoute(webWork, vault, ids).execute(persona('responder'), route, onlyOnce());
    const states = () =>
      admin('select kind, state from app.contact_route where person_id = $1 order by rank', [personId]);
    expect(await states()).toMatchObject([{ state: 'active' }, { kind: 'third-party', state: 'active' }]);
    await change(caseId, { age: { kind: 'years', years: 15 } });
    expect(await states()).toMatchObject([{ state: 'active' }, { kind: 'third-party', state: 'suspended' }]);
  });

  it('holds somebody else’s number for a child whenever it is added, and never for an adult', async () => {
    const { webWork, vault, ids, persona } = instance();
    const add = async (caseId: CaseId, route: RouteInput) => {
      const input = { caseId, route, saidBy: 'person' } as const;
      const once = await new AddRoute(webWork, vault, ids).execute(persona('responder'), input, onlyOnce());
      return once.kind === 'done' && once.result.kind === 'added' ? once.result.held : once;
    };
    const child = await promise.refer('2026-03-02T10:00:00Z', { age: { kind: 'years', years: 16 } });
    expect(await add(child.caseId, MOTHERS)).toBe(true);
    expect(await add(child.caseId, { ...MOTHERS, kind: 'mobile', value: '+447700900178' })).toBe(true);
    expect(await add(child.caseId, { ...MOTHERS, kind: 'mobile', value: '+447700900179', whose: null })).toBe(
      false,
    );
    const adult = await refer();
    expect(await add(adult.caseId, MOTHERS)).toBe(false);
  });

  it('leaves a task for the wrong age to be ended by a lead', async () => {
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z', {
      age: { kind: 'born', bornOn: '2014-06-01' },
    });
    expect(await change(caseId, { age: { kind: 'born', bornOn: '1994-06-01' } })).toMatchObject({
      kind: 'corrected',
      younger: false,
    });
    expect(await tasksOf(caseId)).toEqual(['child-under-13']);
  });

  it('says the same of them after the timers have looked again', async () => {
    const { caseId, personId } = await refer();
    await change(caseId, { age: { kind: 'born', bornOn: '2010-01-15' } });
    const { workerWork, vault, ids } = instance();
    await new KeepAges(workerWork, vault, ids).execute({ limit: 50 });
    expect(await personOf(personId)).toMatchObject({ age_band: '16-17', age_now: null });
  });

  it('refuses a birth after the report, one in the future and what stands there already', async () => {
    const { caseId } = await refer('2026-02-27T10:00:00Z');
    const born = (bornOn: string) => change(caseId, { age: { kind: 'born', bornOn } });
    expect(await born('2026-03-01')).toEqual({ kind: 'refused', reason: 'born-after-report' });
    expect(await born('2030-03-01')).toEqual({ kind: 'refused', reason: 'born-in-the-future' });
    expect(await change(caseId, { age: { kind: 'years', years: 31 } })).toEqual({
      kind: 'refused',
      reason: 'same-age',
    });
  });

  it('P7 is not there for another agency, role or a lead behind a wall; P8 records the look first', async () => {
    const { caseId, personId } = await refer();
    for (const other of ['officer', 'sarc', 'adviser', 'manager', 'dpo', 'commissioner', 'auditor'])
      expect(await change(caseId, {}, other)).toEqual({ kind: 'not-found' });
    await change(caseId, {}, 'lead');
    const [seen] = await instance().admin<{ n: string }>(
      `select count(*) as n from app.access_log where person_id = $1 and what = 'identity'`,
      [personId],
    );
    expect(seen).toEqual({ n: '1' });
  });

  it('is stale after somebody else’s change, and done once for one key', async () => {
    const { caseId } = await refer();
    const key = onlyOnce();
    const first = await change(caseId, {}, 'responder', key);
    expect(first).toMatchObject({ kind: 'corrected' });
    expect(await change(caseId, {}, 'responder', key)).toEqual({ kind: 'repeated', result: first });
    const old = await change(caseId, { revision: 1, age: { kind: 'years', years: 22 } });
    expect(old).toMatchObject({ kind: 'stale' });
    const [said] = await instance().admin<{ n: string }>(
      `select count(*) as n from app.journal where event_type = 'person.age-corrected' and case_id = $1`,
      [caseId],
    );
    expect(said).toEqual({ n: '1' });
  });
});
