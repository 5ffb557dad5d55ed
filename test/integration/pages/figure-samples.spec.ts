import { createHash } from 'node:crypto';
import { AnswerCodeEvents } from '#libs/casework';
import {
  FigureSampleSigner,
  JournalSealer,
  PromiseFactProjector,
  sampleStatement,
  signatureCheckOf,
} from '#libs/persistence';
import {
  liveMeasure,
  SAMPLED_MEASURE_IDS,
  SAMPLED_MEASURES,
  sampledPartsOf,
  wholeAreaTable,
  type FigureSampleId,
} from '#libs/domain';
import { caughtUp } from '../../support/caught-up';
import { plain } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { newSealSigner } from '../../support/seal-keys';
import { sealedUp } from '../../support/sealed-up';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
const signer = newSealSigner();
const ASKED = {
  span: 'twelve-months',
  until: '2026-03',
  limb: '24h',
  part: 'missed',
  size: '5',
  purpose: 'look-into-misses',
};
const FIGURE = 'table=promise-by-district&span=twelve-months&until=2026-03&value=E07000066&limb=24h';

/** Where the parts that cases are drawn from are not everybody who is counted or left out: how many they are. */
const WHOLE_OF: Readonly<Record<string, (explained: string) => number>> = {
  'misses-by-reason': (explained) => Number(/\d+ of (\d+)/.exec(explained)?.[1]),
  'passes-that-rest-on-confirmation': (explained) => Number(/(\d+) of \d+/.exec(explained)?.[1]),
};

interface Statement {
  readonly population: number;
  readonly seed: string;
  readonly cases: readonly { readonly case: string; readonly state: string }[];
}

describe('cases behind a figure', () => {
  const seal = () => sealedUp(web().instance, new JournalSealer(web().instance.worker, { signer }));
  const sign = () => new FigureSampleSigner(web().instance.worker, signer).step();
  const statementOf = async (path: string): Promise<Statement> => {
    const file = (await (await web().signedIn('auditor')).get(`${path}/statement`)).json<{
      statement: string;
    }>();
    return JSON.parse(file.statement) as Statement;
  };

  beforeAll(async () => {
    const { setNow } = web().instance;
    await setNow('2026-03-02T10:05:00Z');
    const referred = [];
    for (let n = 0; n < 12; n += 1)
      referred.push(await acts.refer('2026-03-02T10:00:00Z', { district: 'E07000066' }));
    for (const one of referred.slice(0, 3))
      await acts.attempt(one, 'spoke', { happened: '2026-03-02T12:00:00Z', typedIn: '2026-03-02T12:05:00Z' });
    await acts.attempt(referred[3]!, 'no-answer', {
      happened: '2026-03-02T13:00:00Z',
      typedIn: '2026-03-02T13:05:00Z',
    });
    await setNow('2026-03-04T09:00:00Z');
    await new AnswerCodeEvents(web().instance.workerWork).execute({ limit: 200 });
    await caughtUp(web().instance, new PromiseFactProjector(web().instance.worker));
    await seal();
  });

  it('are opened by the auditor, for a purpose, as codes and times under names of that opening', async () => {
    const auditor = await web().signedIn('auditor');
    const explained = await auditor.get(`/figures/live/explain?measure=first-conversation-in-time&${FIGURE}`);
    expect(explained.body).toContain(`href="/figures/cases?${FIGURE.replaceAll('&', '&amp;')}"`);
    const on = `/figures/cases?${FIGURE}`;
    const opened = [];
    for (let n = 0; n < 2; n += 1) {
      const sent = await auditor.post(
        '/figures/cases',
        { part: 'missed', purpose: 'check-a-figure' },
        { on },
      );
      expect(sent.statusCode).toBe(303);
      opened.push(String(sent.headers.location));
    }
    const page = plain((await auditor.get(opened[0]!)).body);
    expect(page).toContain('Not in time, 24 hours: Basildon');
    expect(page).toContain('9, drawn from 9');
    expect(page).toContain('Tried in time, and not reached');
    expect(page).toContain('Monday 2 March 2026 at 1pm');
    const [first, second] = [await statementOf(opened[0]!), await statementOf(opened[1]!)];
    expect(first.cases.length).toBe(9);
    const names = [...first.cases, ...second.cases].map((one) => one.case);
    expect(new Set(names).size).toBe(18);
  });

  it('P7 hold no name, number, place, reference or id of a record', async () => {
    const auditor = await web().signedIn('auditor');
    const on = `/figures/cases?${FIGURE}`;
    const sent = await auditor.post('/figures/cases', { part: 'met', purpose: 'check-the-records' }, { on });
    const path = String(sent.headers.location);
    const whole = (await auditor.get(path)).body + (await auditor.get(`${path}/statement`)).body;
    const known = await web().instance.admin<{ word: string }>(
      `select unnest(array[case_id::text, person_id::text, referral_id::text]) as word from app.case_file
       union all select reference from app.referral union all select deadline_id::text from app.deadline`,
    );
    expect(known.length).toBeGreaterThan(30);
    for (const { word } of known) expect(whole).not.toContain(word);
    expect(whole).not.toMatch(/Quill|7700900|lantern/);
  });

  it('leave in the journal who opened how many, of what and what for', async () => {
    const told = await web().instance.admin<{ type: string; reason: string; payload: object }>(
      `select event_type as type, reason, payload from app.journal where subject_kind = 'figure-sample'
       order by position limit 2`,
    );
    expect(told).toMatchObject([
      {
        type: 'figure-sample.asked',
        reason: 'check-a-figure',
        payload: { part: 'missed', value: 'E07000066' },
      },
      { type: 'figure-sample.drawn', reason: 'check-a-figure', payload: { population: 9, cases: 9 } },
    ]);
  });

  it('ask again for what is missing, with what was chosen kept', async () => {
    const auditor = await web().signedIn('auditor');
    const on = `/figures/cases?${FIGURE}`;
    const sent = await auditor.post('/figures/cases', { part: 'missed', purpose: '' }, { on });
    expect(sent.statusCode).toBe(400);
    expect(plain(sent.body)).toContain('Choose what they are looked at for');
    expect(sent.body).toContain('<option value="missed" selected>');
    for (const wrong of [
      'table=promise-by-district&limb=24h',
      'table=times&limb=24h',
      FIGURE.replace('24h', ''),
    ])
      expect((await auditor.get(`/figures/cases?${wrong}`)).statusCode).toBe(404);
  });

  it('are drawn for whoever pays, by a seed that was sealed later, signed, and told as count and hash', async () => {
    const commissioner = await web().signedIn('commissioner');
    const asked = await commissioner.post('/figures/samples', ASKED);
    expect(asked.statusCode).toBe(303);
    const path = String(asked.headers.location);
    const auditor = await web().signedIn('auditor');
    const early = await auditor.post(`${path}/draw`, {}, { on: path });
    expect([early.statusCode, plain(early.body)]).toEqual([
      409,
      expect.stringContaining('has not been sealed since this sample was asked for'),
    ]);
    await seal();
    expect((await auditor.post(`${path}/draw`, {}, { on: path })).statusCode).toBe(303);
    expect(plain((await commissioner.get(path)).body)).toContain('Not signed yet');
    expect(await sign()).toBeGreaterThan(0);
    expect(await sign()).toBe(0);

    const seen = plain((await commissioner.get(path)).body);
    const statement = await statementOf(path);
    expect(seen).toContain('5, drawn from 9');
    expect(seen).toContain(statement.seed);
    expect(seen).toContain('The cases are for the auditor alone.');
    for (const one of statement.cases) expect(seen).not.toContain(one.case);
    expect((await commissioner.get(`${path}/statement`)).statusCode).toBe(404);

    const file = (await auditor.get(`${path}/statement`)).json<{
      statement: string;
      signature: { signature: string };
    }>();
    const sha256 = createHash('sha256').update(file.statement).digest('hex');
    expect(seen).toContain(sha256);
    const id = path.split('/').at(-1) as FigureSampleId;
    const check = signatureCheckOf(signer.publicKey);
    expect(check(sampleStatement(id, sha256), file.signature.signature)).toBe(true);
    expect(check(sampleStatement(id, sha256.replace(/^./, 'x')), file.signature.signature)).toBe(false);

    const again = await auditor.send(`${path}/draw`, {
      _csrf:
        /name="_csrf" value="([^"]+)"/.exec((await auditor.get('/figures/cases?' + FIGURE)).body)?.[1] ?? '',
      idempotencyKey: '0198f3c1-e000-7000-8000-000000000001',
    });
    expect(again.statusCode).toBe(409);
    await expect(web().instance.admin('update app.figure_sample_draw set population = 1')).rejects.toThrow();
    await expect(web().instance.admin('delete from app.figure_sample_cases')).rejects.toThrow();
  });

  it.each(SAMPLED_MEASURE_IDS.filter((id) => id !== 'code-delivered'))(
    'P10 are as many as the figure counts, in each part of %s',
    async (measure) => {
      const auditor = await web().signedIn('auditor');
      const table = wholeAreaTable(measure, 'twelve-months')!;
      const { limbs } = SAMPLED_MEASURES[measure];
      const figure = `measure=${measure}&table=${table}&span=twelve-months&until=2026-03${limbs ? '&limb=24h' : ''}`;
      const part = liveMeasure(measure)?.parts?.[0];
      const explained = await auditor.get(
        `/figures/live/explain?${figure}${part === undefined ? '' : `&part=${part}`}`,
      );
      expect(explained.body).toMatch(/href="\/figures\/cases\?/);
      let drawn = 0;
      for (const one of sampledPartsOf(measure)) {
        const on = `/figures/cases?${figure}`;
        const sent = await auditor.post('/figures/cases', { part: one, purpose: 'check-a-figure' }, { on });
        expect([measure, one, sent.statusCode]).toEqual([measure, one, 303]);
        const statement = await statementOf(String(sent.headers.location));
        expect(statement.cases.every(({ state }) => state === one)).toBe(true);
        expect(statement.cases.length).toBe(statement.population);
        drawn += statement.population;
      }
      const whole = Number(/All together (\d+) /.exec(plain(explained.body))?.[1]);
      const counted = WHOLE_OF[measure]?.(plain(explained.body)) ?? whole;
      expect([measure, drawn]).toEqual([measure, counted]);
    },
  );

  it('P7 are told to whoever pays as a release would tell them, and never one that points at somebody', async () => {
    const commissioner = await web().signedIn('commissioner');
    const auditor = await web().signedIn('auditor');
    const seen = async (change: Readonly<Record<string, string>>) => {
      const sent = await commissioner.post('/figures/samples', { ...ASKED, ...change });
      expect([change, sent.statusCode]).toEqual([change, 303]);
      const path = String(sent.headers.location);
      await seal();
      expect((await auditor.post(`${path}/draw`, {}, { on: path })).statusCode).toBe(303);
      return { told: plain((await commissioner.get(path)).body), statement: await statementOf(path) };
    };
    const few = await seen({ measure: 'misses-by-reason', part: 'tried-and-not-reached' });
    expect(few.statement.population).toBe(1);
    expect(few.told).toContain('Drawn from so few that their number might point at somebody');
    expect(few.told).not.toMatch(/\d+, drawn from/);
    const some = await seen({ measure: 'reached-at-all', part: 'not-reached', limb: '', size: '8' });
    expect([some.statement.population, some.statement.cases.length]).toEqual([9, 8]);
    expect(some.told).toContain('Drawn from about 10, rounded as published counts are');
    const nobody = await seen({ measure: 'justice-funnel', part: 'charged', limb: '' });
    expect(nobody.told).toContain('There was no case to draw from');
    const owed = await seen({ measure: 'code-delivered', part: 'open', limb: '' });
    const [counted] = await web().instance.admin<{ count: number }>(
      `select count(*)::integer as count from app.duty where state in ('not-due', 'due', 'changed')`,
    );
    expect(owed.statement.population).toBe(counted!.count);
    expect(counted!.count).toBeGreaterThan(0);
    const list = plain((await commissioner.get('/figures/samples')).body);
    expect(list).toContain('Why the promised time was missed: Tried in time, and not reached, 24 hours');
  });

  it('are not asked for over months in which the figure is not told', async () => {
    const commissioner = await web().signedIn('commissioner');
    const asked = { ...ASKED, measure: 'justice-funnel', part: 'charged', limb: '', span: 'quarter' };
    const refused = await commissioner.post('/figures/samples', asked);
    expect(refused.statusCode).toBe(400);
    expect(plain(refused.body)).toContain(
      'This figure is told over twelve months only. Choose twelve months',
    );
    const wrong: readonly Readonly<Record<string, string>>[] = [
      { measure: 'caseload-per-post' },
      { part: 'begun' },
      { limb: '5h' },
    ];
    for (const change of wrong)
      expect((await commissioner.post('/figures/samples', { ...ASKED, ...change })).statusCode).toBe(400);
  });

  it('say what is wrong with what was asked for', async () => {
    const commissioner = await web().signedIn('commissioner');
    const empty = await commissioner.post('/figures/samples', { size: 'many' });
    expect(empty.statusCode).toBe(400);
    for (const words of [
      'Choose over how long',
      'Choose the month',
      'Choose a limit',
      'Choose which cases',
      'Enter how many cases',
      'Choose what they are',
    ])
      expect(plain(empty.body)).toContain(words);
    expect(empty.body).toContain('value="many"');
    for (const size of ['4', '101'])
      expect((await commissioner.post('/figures/samples', { ...ASKED, size })).statusCode).toBe(400);
  });

  it('are for the auditor and whoever asked alone', async () => {
    const auditor = await web().signedIn('auditor');
    const mine = /href="(\/figures\/samples\/[0-9a-f-]+)"/g;
    const paths = [...(await auditor.get('/figures/samples')).body.matchAll(mine)].map(([, path]) => path!);
    expect(paths.length).toBeGreaterThan(4);
    const commissioner = await web().signedIn('commissioner');
    const own = [...(await commissioner.get('/figures/samples')).body.matchAll(mine)].map(
      ([, path]) => path!,
    );
    expect(own.length).toBe(5);
    for (const path of paths.filter((one) => !own.includes(one)))
      expect((await commissioner.get(path)).statusCode).toBe(404);
    for (const persona of ['lead', 'manager', 'officer', 'coordinator', 'administrator', 'dpo']) {
      const somebody = await web().signedIn(persona);
      for (const path of ['/figures/samples', paths[0]!, `/figures/cases?${FIGURE}`])
        expect([persona, (await somebody.get(path)).statusCode]).toEqual([persona, 404]);
    }
    expect((await commissioner.get(`/figures/cases?${FIGURE}`)).statusCode).toBe(404);
    expect((await auditor.get('/figures/samples/nothing')).statusCode).toBe(404);
    expect(
      await web().instance.webWork.read(web().instance.persona('commissioner'), (manager) =>
        manager.query('select 1 from app.figure_sample_cases'),
      ),
    ).toEqual([]);
  });
});
