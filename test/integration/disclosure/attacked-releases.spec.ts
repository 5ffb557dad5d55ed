import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  AnswerCodeEvents,
  ReleaseCodeFigures,
  ReleaseCoverage,
  ReleaseWaitingFigures,
  type AttackFinding,
  type Disclosure,
} from '#libs/casework';
import { runAttackRelease } from '../../../apps/cli/src/attack-release/attack-release.command';
import { disclosureOf } from '../../support/disclosure';
import { plain } from '../../support/desk';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const promise = new PromiseActs(() => web().instance);
/** What one event opens for the same people: the first owed to each, and delivered to half of them. */
const [HALVED, WHOLE] = ['R4.4', 'R4.5'];

async function releaseAll(disclosure: Disclosure) {
  const { workerWork, pack } = web().instance;
  return [
    ...(await new ReleaseCodeFigures(workerWork, pack.timezone, disclosure).execute()),
    ...(await new ReleaseCoverage(workerWork, pack, disclosure).execute()),
    ...(await new ReleaseWaitingFigures(workerWork, pack.timezone, disclosure).execute()),
  ];
}

async function attackRelease(...args: string[]) {
  const output = new PassThrough();
  const said = text(output);
  const environment = { WORKER_DATABASE_URL: web().instance.database.url('worker') };
  const code = await runAttackRelease({ args, output, environment });
  output.end();
  return { code, said: await said };
}

describe('figures that are tried before they are published', () => {
  beforeAll(async () => {
    const { instance } = web();
    await instance.setNow('2026-01-20T12:00:00Z');
    for (let day = 1; day <= 14; day += 1) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      await instance.setNow(`${date}T12:00:00Z`);
      await promise.refer(`${date}T10:00:00Z`);
    }
    await new AnswerCodeEvents(instance.workerWork).execute({ limit: 100 });
    await instance.admin(
      `update app.duty set state = 'declined', chosen_at = triggered_at, chosen_how = 'phone', next_fire_at = null,
         delivered_at = null, evidence = null
       where duty_id in (select duty_id from app.duty where entitlement_id = $1 order by duty_id limit 7)`,
      [HALVED],
    );
    await instance.setNow('2026-08-02T12:00:00Z');
  });

  it('are not published where the attacker finds anything, and the reason names the cell', async () => {
    const finding: AttackFinding = {
      kind: 'narrow',
      cell: { table: 'victims-code 2026-01', row: `2021 ${HALVED} police`, column: 'declined' },
      title: 'A table',
      least: 6,
      most: 7,
      supposing: false,
    };
    const { rule } = disclosureOf(web().instance.pack);
    const refused = await releaseAll({
      rule,
      attacker: { attack: ({ tables }) => Promise.resolve(tables.length > 0 ? [finding] : []) },
    });
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason, findings } of refused) {
      expect(reason).toBe('found-by-the-attacker');
      expect(findings).toEqual([finding]);
    }
    for (const table of ['code_release', 'coverage_release', 'waiting_release'])
      expect(await web().instance.admin(`select 1 from app.${table}`)).toEqual([]);
    expect(await attackRelease()).toEqual({
      code: 3,
      said: 'Nothing was tried: nothing has been published.\n',
    });
  });

  it('are published otherwise, name the rule, and stand when everything is tried together', async () => {
    expect(await releaseAll(disclosureOf(web().instance.pack))).toEqual([]);
    const rules = await web().instance.admin(
      `select distinct rule_id, rule_version from (
         select rule_id, rule_version from app.code_release union all
         select rule_id, rule_version from app.coverage_release union all
         select rule_id, rule_version from app.waiting_release) published`,
    );
    expect(rules).toEqual([{ rule_id: 'small-counts', rule_version: '2026-1' }]);
    const { code, said } = await attackRelease();
    expect(said).toMatch(
      /^Tried \d+ tables under small-counts 2026-1 with \d+ hidden cells: nothing found\.\n$/,
    );
    expect(code).toBe(0);
    expect((await attackRelease('now')).code).toBe(2);
  });

  it('P7 tell no total of one entitlement by another that the same event opened, in the page and in the API', async () => {
    const lines = await web().instance.admin<{
      entitlement_id: string;
      opened: number | null;
      declined: number | null;
    }>(
      `select entitlement_id, opened, declined from app.code_release_line
       where month = '2026-01' and entitlement_id = any($1) order by 1`,
      [[HALVED, WHOLE]],
    );
    expect(lines).toEqual([
      { entitlement_id: HALVED, opened: null, declined: null },
      { entitlement_id: WHOLE, opened: null, declined: 0 },
    ]);
    const commissioner = await web().signedIn('commissioner');
    const page = plain((await commissioner.get('/figures/victims-code?quarter=2026-01')).body);
    expect(page).toContain('Protected by the disclosure rule small-counts 2026-1');
    const token = await web().bearer('commissioner');
    const answer = await web().app.inject({
      url: '/api/v1/figures/victims-code?quarter=2026-01',
      headers: { authorization: `Bearer ${token}` },
    });
    const body = answer.json<{
      disclosureRule: string;
      lines: { entitlementId: string; opened: number | null }[];
    }>();
    expect(body.disclosureRule).toBe('small-counts 2026-1');
    const opened = body.lines.filter(({ entitlementId }) => [HALVED, WHOLE].includes(entitlementId));
    expect(opened.map((line) => line.opened)).toEqual([null, null]);
  });

  it('are named with table, row, column and bounds where something planted gives way', async () => {
    await web().instance.admin(
      `insert into app.code_release (month, rule_id, rule_version, made_at)
         values ('2024-10', 'small-counts', '2026-1', '2025-02-01Z')`,
    );
    await web().instance.admin(
      `insert into app.code_release_line
         (month, code_version, entitlement_id, owed_by, opened, delivered, late, missed, not_known, declined, still_open)
       values ('2024-10', '2021', $1, '{police}', null, null, 0, 0, 0, null, 0),
              ('2024-10', '2021', $2, '{police}', 15, 15, 0, 0, 0, 0, 0)`,
      [HALVED, WHOLE],
    );
    const { code, said } = await attackRelease();
    expect(code).toBe(1);
    for (const column of ['delivered', 'declined'])
      expect(said).toContain(
        `(victims-code 2024-10), row 2021 ${HALVED} police, column ${column}: hidden, and lies between 6 and 7`,
      );
  });
});
