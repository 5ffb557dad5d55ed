import { LIVE_TABLE_IDS, LIVE_TABLES } from '#libs/domain';
import { PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { plain } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { NOW, useApi } from './support/use-api';

const api = useApi();
const acts = new PromiseActs(() => api().web.instance);
const LIVE = '/api/v1/figures/live';

interface Numbers {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: string | null;
  readonly total: number;
}
interface LiveTable {
  readonly until: string;
  readonly headlines: readonly (Numbers & { readonly limb: string; readonly explain: string })[];
  readonly tables: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly title: string;
      readonly cells: readonly {
        readonly text: string;
        readonly numbers: Numbers | null;
        readonly explain: string | null;
      }[];
    }[];
  }[];
}

/** Every table of a page by its caption: each row with its heading and the text of its cells, nothing hidden. */
function tablesOn(html: string): Readonly<Record<string, readonly (readonly string[])[]>> {
  const shown = html.replaceAll(/<span class="govuk-visually-hidden">[^<]*<\/span>/g, '');
  const tables = [...shown.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, inner = '']) => inner);
  return Object.fromEntries(
    tables.map((table) => {
      const caption = plain(/<caption[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? '');
      const body = /<tbody[^>]*>(.*)<\/tbody>/s.exec(table)?.[1] ?? '';
      const rows = body.split('</tr>').slice(0, -1);
      const cellsOf = (row: string) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)];
      return [caption.trim(), rows.map((row) => cellsOf(row).map(([, text = '']) => plain(text).trim()))];
    }),
  );
}

const EVERY = LIVE_TABLE_IDS.flatMap((table) =>
  LIVE_TABLES[table].spans.map((span) => [table, span] as const),
);

describe('live figures of the API', () => {
  beforeAll(async () => {
    const { instance } = api().web;
    await instance.setNow('2026-08-03T10:30:00Z');
    const referred = [];
    for (let n = 0; n < 12; n += 1)
      referred.push(
        await acts.refer('2026-08-03T10:00:00Z', { district: n < 11 ? 'E07000066' : 'E07000067' }),
      );
    for (const one of referred.slice(0, 9))
      await acts.attempt(one, 'spoke', { happened: '2026-08-03T12:00:00Z', typedIn: '2026-08-03T12:05:00Z' });
    await acts.attempt(referred[9]!, 'no-answer', {
      happened: '2026-08-03T13:00:00Z',
      typedIn: '2026-08-03T13:05:00Z',
    });
    await instance.setNow(NOW);
    await caughtUp(instance, new PromiseFactProjector(instance.worker));
  }, 60_000);

  const read = async (path: string, by = 'lead') => (await api().as(by)).get(path);

  it('are listed with the spans and measures of each table', async () => {
    const { items, months } = (await read(LIVE)).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual(LIVE_TABLE_IDS);
    expect(months).toContain('2026-08');
    for (const { href, spans, measures } of items) {
      expect(measures.length).toBeGreaterThan(0);
      expect((await read(`${href}?span=${spans[0]}`)).statusCode).toBe(200);
    }
  });

  it.each(EVERY)('P10 have the digits of the page: %s over %s', async (table, span) => {
    const query = `span=${span}&until=2026-08`;
    const told = (await read(`${LIVE}/${table}?${query}`)).json<LiveTable>();
    const lead = await api().web.signedIn('lead');
    const { statusCode, body } = await lead.get(`/figures/live?table=${table}&${query}`);
    expect(statusCode).toBe(200);
    const page = tablesOn(body);
    for (const { title, rows } of told.tables)
      expect([title, page[title]]).toEqual([
        title,
        rows.map((row) => [row.title, ...row.cells.map(({ text }) => text)]),
      ]);
    for (const { numerator, denominator, percent } of told.headlines)
      expect(plain(body)).toContain(`${numerator} of ${denominator} referrals (${percent}%)`);
    expect(told.headlines).toHaveLength(2);
  });

  it.each(EVERY)('P10 open to the working that the page gives: %s over %s', async (table, span) => {
    const told = (await read(`${LIVE}/${table}?span=${span}&until=2026-08`)).json<LiveTable>();
    const lead = await api().web.signedIn('lead');
    const cells = told.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    for (const { explain, numbers } of cells) {
      if (explain === null) continue;
      const explained = (await read(explain)).json();
      expect([explain, explained.numbers]).toEqual([explain, numbers]);
      const left = explained.exclusions.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
      expect([explain, explained.numbers.denominator + left]).toEqual([explain, numbers?.total]);
      const query = new URLSearchParams(explain.split('?')[1]);
      query.set('table', table);
      const page = plain((await lead.get(`/figures/live/explain?${query.toString()}`)).body);
      expect(page).toContain(explained.definition.formula);
      expect(page).toContain(`All together ${explained.numbers.total} `);
      for (const { words, count } of explained.exclusions) expect(page).toContain(`${words} ${count} `);
      for (const version of explained.policyVersions) expect(page).toContain(version);
    }
  });

  it('say what would change under the other limit', async () => {
    const query = 'measure=first-conversation-in-time&limb=24h&value=E07000066&until=2026-08';
    const explained = (await read(`${LIVE}/promise-by-district/explain?${query}`)).json();
    expect(explained).toMatchObject({
      valueTitle: 'Basildon',
      numbers: { numerator: 9, denominator: 11, percent: '81.8', total: 11 },
      underOtherLimbs: [{ limb: '1wd', numerator: 9, difference: 0 }],
      policyVersions: ['essex-first-responders v1'],
      calendarVersions: ['first-responders-desk v1'],
    });
  });

  it.each([
    ['promise-by-district?span=quarter', 'span', 'is shown over twelve months only'],
    ['times?span=week', 'span', 'Choose three months or twelve months'],
    ['times?until=2019-01', 'until', 'Choose a month from the list'],
    ['times?district=E07000066', 'table', 'cannot be narrowed by “district”'],
    ['times?until=2026-08&until=2026-09', 'until', 'Choose a month from the list'],
  ])('refuse %s as the page does, and say what there is', async (asked, field, words) => {
    const refused = await read(`${LIVE}/${asked}`);
    expect(refused.statusCode).toBe(422);
    const { errors, detail } = refused.json();
    expect(errors).toContainEqual({ field, message: expect.stringContaining(words) });
    const [wayOut = ''] = /\/api\/v1\/\S+/.exec(detail) ?? [];
    expect((await read(wayOut)).statusCode).toBe(200);
  });

  it('name the tables to whoever asks for another, and open nothing that is no figure', async () => {
    const other = await read(`${LIVE}/people`);
    expect([other.statusCode, other.json().detail]).toEqual([
      404,
      expect.stringContaining('promise-by-month'),
    ]);
    const good = 'measure=first-conversation-in-time&until=2026-08&limb=24h&value=E07000066';
    for (const changed of [
      '',
      good.replace('first-conversation-in-time', 'waiting-now'),
      good.replace('24h', '5h'),
      good.replace('E07000066', 'E07000999'),
      `${good}&part=all`,
      `${good}&table=times&table=misses`,
    ]) {
      const { statusCode } = await read(`${LIVE}/promise-by-district/explain?${changed}`);
      expect([changed, statusCode]).toEqual([changed, changed.includes('table=') ? 200 : 404]);
    }
  });

  it('P7 hold no id of a record, and are there for those who run the service and the auditor alone', async () => {
    const ids = await api().web.instance.admin<{ id: string }>(
      'select unnest(array[case_id, person_id, referral_id]) as id from app.case_file',
    );
    const { body } = await read(`${LIVE}/promise-by-district`);
    for (const { id } of ids) expect(body).not.toContain(id);
    for (const by of ['commissioner', 'officer', 'responder', 'dpo', 'administrator'])
      for (const path of [LIVE, `${LIVE}/times`, `${LIVE}/times/explain?measure=handover-lag`])
        expect([by, (await read(path, by)).statusCode]).toEqual([by, 404]);
  });
});
