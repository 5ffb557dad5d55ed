import { csvSheet } from '../../support/spreadsheets';
import { aFrozenQuarter, FROZEN } from './support/figure-operations';
import { NOW, useApi } from './support/use-api';

const api = useApi();
interface Table {
  readonly id: string;
  readonly rowsTitle: string;
  readonly columns: readonly { readonly title: string }[];
  readonly rows: readonly { readonly title: string; readonly cells: readonly (string | number)[] }[];
}

const ONE = `/api/v1/figures/snapshots/${FROZEN.quarter}/${FROZEN.version}`;

beforeAll(() => aFrozenQuarter(() => api().web.instance), 60_000);
beforeEach(() => api().web.instance.setNow(NOW));

describe('frozen quarters', () => {
  it('are listed, and read with all they were counted under', async () => {
    const commissioner = await api().as('commissioner');
    const { items } = (await commissioner.get('/api/v1/figures/snapshots')).json();
    expect(items).toEqual([
      expect.objectContaining({ quarter: FROZEN.quarter, version: 1, state: 'signed-off', reason: null }),
    ]);
    const one = (await commissioner.get(ONE)).json();
    expect(one).toMatchObject({
      restatesVersion: null,
      restatedByVersion: null,
      policyVersions: [expect.stringMatching(/ v1$/)],
      seal: expect.any(Number),
      keyId: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const table = (await commissioner.get(`${ONE}/tables/${FROZEN.table}`)).json();
    expect(one.tables).toContainEqual(table);
    const signed = (await commissioner.get(`${ONE}/signed`)).json();
    expect(signed.manifest.tables.map(({ id }: { id: string }) => id)).toEqual(
      one.tables.map(({ id }: { id: string }) => id),
    );
  });

  it('P10 have the digits of the files', async () => {
    const { tables } = (await (await api().as('commissioner')).get(ONE)).json<{ tables: readonly Table[] }>();
    const browser = await api().web.signedIn('commissioner');
    for (const { id, rowsTitle, columns, rows } of tables) {
      const file = `/figures/quarters/${FROZEN.quarter}/${FROZEN.version}/files/${id}.csv`;
      expect(csvSheet((await browser.get(file)).body)).toEqual([
        [rowsTitle, ...columns.map(({ title }) => title)],
        ...rows.map(({ title, cells }) => [title, ...cells.map(String)]),
      ]);
    }
    expect(tables.length).toBeGreaterThanOrEqual(2);
  });

  it('say which tables there are to whoever asks for another', async () => {
    const answer = await (await api().as('commissioner')).get(`${ONE}/tables/ethnicity-by-district`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json().detail).toContain('promise-24h');
  });

  it('are compared, and refuse names that are none', async () => {
    const commissioner = await api().as('commissioner');
    const compare = (query: string) => commissioner.get(`/api/v1/figures/snapshots/compare${query}`);
    const same = (await compare('?before=2026-04.1&after=2026-04.1')).json();
    expect(same.reason).toBeNull();
    expect(new Set(same.tables.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['same']));
    for (const query of [
      '',
      '?before=2026-04.1',
      '?before=2026-04.1&after=x',
      '?before=2026-04.1&after=2026-05.1',
    ])
      expect((await compare(query)).statusCode).toBe(422);
    expect((await compare('?before=2026-04.1&after=2026-04.9')).statusCode).toBe(404);
    for (const path of ['2026-05/1', '2026-04/0', '2026-04/x', '2026-04/99999', '2026-07/1'])
      expect((await commissioner.get(`/api/v1/figures/snapshots/${path}`)).statusCode).toBe(404);
  });
});
