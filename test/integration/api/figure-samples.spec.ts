import { createHash } from 'node:crypto';
import { FigureSampleSigner, JournalSealer, PromiseFactProjector, signatureCheckOf } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { PromiseActs } from '../../support/promise';
import { newSealSigner } from '../../support/seal-keys';
import { sealedUp } from '../../support/sealed-up';
import { NOW, useApi } from './support/use-api';

const api = useApi();
const acts = new PromiseActs(() => api().web.instance);
const signer = newSealSigner();
const SAMPLES = '/api/v1/figures/samples';
const CASES = '/api/v1/figures/cases';
const ASKED = {
  measure: 'first-conversation-in-time',
  span: 'twelve-months',
  until: '2026-08',
  limb: '24h',
  part: 'missed',
  purpose: 'look-into-misses',
};

describe('samples of figures through the API', () => {
  const seal = () => sealedUp(api().web.instance, new JournalSealer(api().web.instance.worker, { signer }));
  const post = async (by: string, path: string, body?: object) => (await api().as(by)).post(path, body);
  const get = async (by: string, path: string) => (await api().as(by)).get(path);
  const asked = async (change: object = {}): Promise<string> => {
    const made = await post('commissioner', SAMPLES, { ...ASKED, size: 5, ...change });
    expect(made.statusCode).toBe(201);
    return `${SAMPLES}/${made.json<{ id: string }>().id}`;
  };

  beforeAll(async () => {
    const { instance } = api().web;
    await instance.setNow('2026-08-03T10:30:00Z');
    const referred = [];
    for (let n = 0; n < 12; n += 1)
      referred.push(await acts.refer('2026-08-03T10:00:00Z', { district: 'E07000066' }));
    for (const one of referred.slice(0, 3))
      await acts.attempt(one, 'spoke', { happened: '2026-08-03T12:00:00Z', typedIn: '2026-08-03T12:05:00Z' });
    await instance.setNow(NOW);
    await caughtUp(instance, new PromiseFactProjector(instance.worker));
    await seal();
  }, 60_000);

  it('name what cases can be drawn of', async () => {
    const { measures, items } = (await get('commissioner', SAMPLES)).json();
    expect(items).toEqual([]);
    expect(measures).toContainEqual({
      measure: 'justice-funnel',
      parts: ['recorded', 'charged', 'ended-without-charge', 'outcome-at-court'],
      limbs: false,
      spans: ['twelve-months'],
    });
  });

  it('are asked for, drawn by a seal that was made since, signed, and read by the auditor alone', async () => {
    const path = await asked();
    expect((await get('auditor', path)).json()).toMatchObject({ draw: null, cases: null, size: 5 });
    const early = await post('auditor', `${path}/draw`);
    expect([early.statusCode, early.json().reason]).toEqual([409, 'not-sealed-yet']);
    await seal();
    expect((await post('auditor', `${path}/draw`)).statusCode).toBe(200);
    expect((await post('auditor', `${path}/draw`)).json().reason).toBe('drawn-already');
    await new FigureSampleSigner(api().web.instance.worker, signer).step();

    const read = (await get('auditor', path)).json();
    expect(read.cases).toHaveLength(5);
    expect(read.draw).toMatchObject({ population: 9, drawn: 5 });
    const paid = (await get('commissioner', path)).json();
    expect(paid).toMatchObject({ cases: null, draw: { population: 9, drawn: 5, seed: read.draw.seed } });
    expect(paid.availableActions.map(({ action }: { action: string }) => action)).toEqual(['read']);

    const statement = (await get('auditor', `${path}/statement`)).json();
    const sha256 = createHash('sha256').update(statement.statement).digest('hex');
    expect(sha256).toBe(paid.draw.sha256);
    expect(signatureCheckOf(signer.publicKey)(statement.signed, paid.signature.signature)).toBe(true);
    expect(JSON.parse(statement.statement).cases).toEqual(
      read.cases.map((one: object) => expect.objectContaining(one)),
    );
    expect((await get('commissioner', `${path}/statement`)).statusCode).toBe(404);
    const page = await (await api().web.signedIn('auditor')).get(path.replace('/api/v1', ''));
    for (const one of read.cases) expect(page.body).toContain(one.case);
  });

  it('tell whoever pays of other measures what a release would tell', async () => {
    const path = await asked({ measure: 'reached-at-all', part: 'not-reached', limb: undefined, size: 20 });
    await seal();
    await post('auditor', `${path}/draw`);
    expect((await get('auditor', path)).json().draw).toMatchObject({ population: 9, drawn: 9 });
    expect((await get('commissioner', path)).json().draw).toMatchObject({ population: 10, drawn: null });
  });

  it.each([
    [
      { span: 'quarter', measure: 'justice-funnel', part: 'charged', limb: undefined },
      'span',
      'twelve months only',
    ],
    [{ until: '2019-01' }, 'until', 'Choose the month'],
    [{ limb: '5h' }, 'limb', 'Choose a limit'],
    [{ limb: undefined }, 'limb', 'Choose a limit'],
    [{ part: 'begun' }, 'part', 'Choose which cases'],
  ])('refuse %j as the page does', async (change, field, words) => {
    const refused = await post('commissioner', SAMPLES, { ...ASKED, size: 5, ...change });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors).toContainEqual({ field, message: expect.stringContaining(words) });
  });

  it('open the cases behind one figure for an auditor, for a purpose, under names of that opening', async () => {
    const district = {
      ...ASKED,
      table: 'promise-by-district',
      value: 'E07000066',
      purpose: 'check-a-figure',
    };
    const names = new Set<string>();
    for (let n = 0; n < 2; n += 1) {
      const opened = await post('auditor', CASES, district);
      expect(opened.statusCode).toBe(201);
      const { cases, purpose, figure } = (await get('auditor', `${SAMPLES}/${opened.json().id}`)).json();
      expect([cases.length, purpose, figure.value]).toEqual([9, 'check-a-figure', 'E07000066']);
      for (const one of cases) names.add(one.case);
    }
    expect(names.size).toBe(18);
    for (const wrong of [
      { value: 'E07000999' },
      { value: undefined },
      { limb: '5h' },
      { span: 'quarter' },
      { part: 'x' },
    ])
      expect((await post('auditor', CASES, { ...district, ...wrong })).statusCode).toBe(422);
    for (const by of ['commissioner', 'lead', 'manager', 'dpo'])
      expect((await post(by, CASES, district)).statusCode).toBe(404);
  });

  it('P7 belong to whoever asked, and hold no id of a record', async () => {
    const { items } = (await get('auditor', SAMPLES)).json();
    const own = (await get('commissioner', SAMPLES)).json().items;
    expect([items.length, own.length]).toEqual([4, 2]);
    const ids = await api().web.instance.admin<{ id: string }>(
      'select unnest(array[case_id, person_id, referral_id]) as id from app.case_file',
    );
    for (const { id } of items) {
      const { body } = await get('auditor', `${SAMPLES}/${id}`);
      for (const record of ids) expect(body).not.toContain(record.id);
      const mine = own.some((one: { id: string }) => one.id === id);
      expect((await get('commissioner', `${SAMPLES}/${id}`)).statusCode).toBe(mine ? 200 : 404);
    }
  });
});
