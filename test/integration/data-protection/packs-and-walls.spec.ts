import { SetWall } from '#libs/casework';
import { ROWS_OF_THE_PERSON } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { REPORTED, RequestActs } from '../service-requests/support';
import { DeskActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new RequestActs(instance);
const desk = new DeskActs(instance);

/** Tables with rows of a person that are looked through whole, or that a pack leaves out by itself (migration 39). */
const LOOKED_THROUGH = [
  'app.break_glass',
  'app.case_wall',
  'app.complaint',
  'app.death_record',
  'app.legal_hold',
  'app.match_review',
  'app.person_link',
  'app.risk_flag',
  'app.routing_decision',
  'app.routing_override',
  'app.unusual_access',
  'vault.person_record',
];
const LEFT_OUT = [
  'app.match_task',
  'app.pack_item',
  'app.referral_draft',
  'app.team_crime_mark',
  'vault.request_record',
  'vault.search_mark',
];

async function walled() {
  const { webWork, ids, persona } = instance();
  await instance().setNow(MONDAY);
  const { caseId } = await promise.refer(REPORTED);
  await acts.sent(caseId);
  const input = {
    caseId,
    revision: await acts.consent.revisionOf(caseId),
    kind: 'staff' as const,
    target: { kind: 'agency', agencyId: WILLOW } as const,
    spareReferrer: false,
    sparesLeads: true,
    basis: 'person-said' as const,
  };
  const once = await new SetWall(webWork, ids).execute(persona('lead'), input, onlyOnce());
  expect(once).toMatchObject({ kind: 'done', result: { kind: 'set' } });
  const [row] = await instance().admin<{ reference: string }>(
    'select reference from app.case_file where case_id = $1',
    [caseId],
  );
  const id = await desk.received({
    caseReference: row!.reference,
    receivedAt: await instance().webWork.read(persona('dpo'), async (_, now) => now),
  });
  await desk.change(id, { kind: 'confirm-identity', how: 'code-word' });
  return { caseId, id };
}

describe('a copy of the records of somebody before whom there is a wall', () => {
  it('P7 holds no request that the wall took back until somebody has looked at it', async () => {
    const { id } = await walled();
    await desk.beginReview(id);
    const review = await desk.review(id);
    if (review.kind !== 'review') throw new Error(review.kind);
    const asked = review.items.filter(({ item }) => item.key.startsWith('app.service_request:'));
    expect(asked).toHaveLength(2);
    const steps = review.items.filter(({ item }) => item.key.startsWith('app.service_request_step:'));
    expect(steps.length).toBeGreaterThan(2);
    for (const { item } of review.items) await desk.decide(id, item.key, { decision: 'withhold' });
    expect(await desk.seal(id)).toMatchObject({ kind: 'sealed' });
    const opened = await desk.open(id);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const codes = opened.pack.sections.map(({ code }) => code);
    expect(codes).not.toContain('app.service_request');
    expect(codes).not.toContain('app.service_request_step');
    expect(opened.json.toLowerCase()).not.toContain('not possible');
    expect(opened.json.toLowerCase()).not.toContain('wall');
  });

  it('looks again at a row that has changed since somebody decided on it', async () => {
    const { id, caseId } = await walled();
    await desk.beginReview(id);
    const review = await desk.review(id);
    if (review.kind !== 'review') throw new Error(review.kind);
    for (const { item } of review.items) await desk.decide(id, item.key, { decision: 'include' });
    await instance().admin(
      `update app.service_request set band = 'urgent' where case_id = $1 and withdraw_reason is null`,
      [caseId],
    );
    expect(await desk.seal(id)).toEqual({ kind: 'refused', reason: 'undecided' });
  });
});

it('every table with rows of a person is put down as safe, looked through or left out', async () => {
  const rows = await instance().admin<{ name: string }>(
    `select distinct format('%I.%I', n.nspname, c.relname) as name from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       and a.attname in ('person_id', 'case_id', 'referral_id')
     where c.relkind in ('r', 'p')`,
  );
  const known = new Set<string>([...ROWS_OF_THE_PERSON, ...LOOKED_THROUGH, ...LEFT_OUT]);
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  expect(LOOKED_THROUGH.filter((name) => (ROWS_OF_THE_PERSON as readonly string[]).includes(name))).toEqual(
    [],
  );
});
