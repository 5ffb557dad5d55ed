import { MatchReferrals, SetWall } from '#libs/casework';
import { MatchQueue } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { plain } from '../../support/desk';
import { onlyOnce } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';
import { ConsentActs, MONDAY } from '../consent/support';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
const consent = new ConsentActs(() => web().instance);

let walled: ReferredCase;
let matchId: string;
let shareId: string;
let searchId: string;
let taskId: string;

/** A case with something of each kind about it, behind a wall that stands before the responder. */
beforeAll(async () => {
  const { instance } = web();
  const { admin, persona, ids, webWork, worker, workerWork, vault, setNow } = instance;
  await setNow(MONDAY);
  const who = {
    nameToAskFor: 'Sample Garganey',
    fullName: 'Sarah Garganey',
    age: { kind: 'born', bornOn: '2012-06-05' } as const,
    crimeReference: null,
  };
  walled = await acts.refer('2026-03-02T10:00:00Z', who);
  await acts.refer('2026-03-02T10:00:00Z', who, 'officer-south');
  await caughtUp(instance, new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
  const [match] = await admin<{ review_id: string }>('select review_id from app.match_review');
  matchId = String(match?.review_id);
  const proposed = await consent.propose(walled.caseId, ['identity']);
  if (proposed.kind !== 'proposed') throw new Error(proposed.kind);
  shareId = proposed.shareId;
  const [task] = await admin<{ task_id: string }>(
    'select task_id from app.safeguarding_task where case_id = $1',
    [walled.caseId],
  );
  taskId = String(task?.task_id);
  searchId = ids.next<string>();
  await admin(
    `insert into app.person_search (search_id, searched_by, agency_id, begun_at, expires_at)
     values ($1, $2, $3, app.service_now(), app.service_now() + interval '30 minutes')`,
    [searchId, persona('lead').userId, persona('lead').agencyId],
  );
  const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
    walled.caseId,
  ]);
  const set = new SetWall(webWork, ids);
  const once = await set.execute(
    persona('lead'),
    {
      caseId: walled.caseId,
      revision: row?.revision ?? 0,
      kind: 'staff',
      target: { kind: 'user', userId: persona('responder').userId },
      spareReferrer: false,
      sparesLeads: false,
      basis: 'person-said',
    },
    onlyOnce(),
  );
  expect(once).toMatchObject({ result: { kind: 'set' } });
});

const looked = async (browser: WebBrowser, path: string) => {
  const { statusCode, body } = await browser.get(path);
  return { statusCode, words: plain(body) };
};

describe('P7 the id of a record that somebody may not see', () => {
  it.each(['responder', 'officer-south', 'adviser', 'sarc', 'commissioner', 'administrator', 'dpo'])(
    'is answered to %s like one that was never given',
    async (persona) => {
      const browser = await web().signedIn(persona);
      const { ids } = web().instance;
      const { caseId, referralId } = walled;
      const pages: readonly (readonly [(id: string) => string, string])[] = [
        [(id) => `/cases/${id}`, caseId],
        [(id) => `/cases/${id}/history`, caseId],
        [(id) => `/cases/${id}/safe-contact`, caseId],
        [(id) => `/cases/${id}/walls`, caseId],
        [(id) => `/cases/${id}/messages`, caseId],
        [(id) => `/cases/${id}/stop-contact`, caseId],
        [(id) => `/cases/${id}/suspects/new`, caseId],
        [(id) => `/referrals/${id}`, referralId],
        [(id) => `/matches/${id}`, matchId],
        [(id) => `/people/search/${id}`, searchId],
        [(id) => `/shared/${id}`, shareId],
        [(id) => `/safeguarding/${id}`, taskId],
      ];
      for (const [path, id] of pages) {
        const never = await looked(browser, path(ids.next<string>()));
        const found = await looked(browser, path(id));
        expect({ path: path(''), ...found }).toEqual({ path: path(''), ...never });
        expect({ path: path(''), statusCode: found.statusCode }).toEqual({ path: path(''), statusCode: 404 });
      }
    },
  );

  it('and a reference that somebody may not see leads the data desk and a hold to nothing', async () => {
    await web().instance.admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at) select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $3, now()
       from app.case_file where case_id = $1`,
      [walled.caseId, web().instance.persona('dpo').userId, web().instance.persona('lead').userId],
    );
    const known = await web().instance.webWork.read(web().instance.persona('dpo'), async (manager) => [
      await manager.query('select 1 from app.person_of_reference($1)', [walled.reference]),
      await manager.query('select 1 from app.record_standing($1, null, 1)', [walled.reference]),
    ]);
    expect(known).toEqual([[], []]);
  });
});
