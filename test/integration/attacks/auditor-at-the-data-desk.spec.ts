import { ACTS, mayDo } from '#libs/domain';
import { GuardianRecords } from '../api/support/guardian-records';
import { useApi } from '../api/support/use-api';

const api = useApi();
const records = new GuardianRecords(api);

const TABLES = [
  'app.information_request',
  'app.information_request_clock',
  'app.pack_item',
  'app.breach_record',
  'app.legal_hold',
  'app.erasure',
  'vault.request_record',
];
const HOLD_NOTES = `vault.person_record where kind = 'legal-hold-note'`;
const DESK_ACTS = ACTS.filter((act) =>
  /data-request|breaches|retention|hold-record|erasure|release/.test(act),
);

/** What a statement of one's own would find, as the web process could be talked into sending it. */
function found(persona: string, from: string): Promise<number> {
  const { webWork, persona: actorOf } = api().web.instance;
  return webWork.read(actorOf(persona), async (manager) => {
    const [row] = await manager.query<{ n: number }[]>(`select count(*)::integer as n from ${from}`);
    return row!.n;
  });
}

beforeAll(async () => {
  await records.underReview();
  await records.breach();
  await records.hold();
  await records.erasure();
});

describe('an auditor at the data-protection desk', () => {
  it('P7 has none of its acts', () => {
    const auditor = api().web.instance.persona('auditor');
    expect(DESK_ACTS.length).toBeGreaterThan(5);
    expect(DESK_ACTS.filter((act) => mayDo(auditor, act))).toEqual([]);
  });

  it.each([...TABLES, HOLD_NOTES])('P7 finds nothing in %s, where the desk does', async (from) => {
    expect(await found('dpo', from)).toBeGreaterThan(0);
    expect(await found('auditor', from)).toBe(0);
  });

  it('P9 still reads in the journal what was done there, in codes', async () => {
    const of = (kind: string) => found('auditor', `app.journal where subject_kind = '${kind}'`);
    for (const kind of ['information-request', 'breach', 'legal-hold', 'erasure'])
      expect([kind, (await of(kind)) > 0]).toEqual([kind, true]);
  });
});
