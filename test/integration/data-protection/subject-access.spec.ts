import { OpenCase } from '#libs/casework';
import type { InformationRequestId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { DeskActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const desk = new DeskActs(instance);

async function caseReference({ caseId }: ReferredCase): Promise<string> {
  const [row] = await instance().admin<{ reference: string }>(
    'select reference from app.case_file where case_id = $1',
    [caseId],
  );
  return row!.reference;
}

async function referred(name: string): Promise<ReferredCase> {
  await instance().setNow('2026-08-03T10:05:00Z');
  return acts.refer('2026-08-03T10:00:00Z', { nameToAskFor: name, fullName: `${name} Sample` });
}

async function askedBy(person: ReferredCase): Promise<InformationRequestId> {
  const id = await desk.received({ caseReference: await caseReference(person) });
  expect(await desk.change(id, { kind: 'confirm-identity', how: 'code-word' })).toMatchObject({
    kind: 'changed',
  });
  return id;
}

async function reviewed(id: InformationRequestId): Promise<void> {
  expect(await desk.beginReview(id)).toMatchObject({ kind: 'begun' });
  const review = await desk.review(id);
  if (review.kind !== 'review') throw new Error(review.kind);
  for (const { item } of review.items) {
    const decision = item.sealedKind === 'contact-route' ? 'include' : 'withhold';
    expect(await desk.decide(id, item.key, { decision })).toMatchObject({ kind: 'decided' });
  }
}

describe('a request for a copy of everything', () => {
  it('runs from receipt to a pack that holds every row about the person and none about another', async () => {
    const wren = await referred('Wren');
    const dunnock = await referred('Dunnock');
    await new OpenCase(instance().webWork, instance().vault).execute(
      instance().persona('responder'),
      wren.caseId,
    );
    const id = await askedBy(wren);
    await reviewed(id);
    const sealed = await desk.seal(id);
    expect(sealed).toMatchObject({ kind: 'sealed' });
    const opened = await desk.open(id);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    expect(opened.json).toContain('Wren Sample');
    expect(opened.json).not.toContain('Dunnock');
    for (const other of [dunnock.caseId, dunnock.personId, dunnock.reference])
      expect(opened.json).not.toContain(other);
    for (const { name } of instance().pack.personas) expect(opened.json).not.toContain(name);
    expect(opened.json).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
    const looked = opened.pack.sections.find(({ code }) => code === 'app.access_log');
    expect(looked?.entries.some(({ title }) => title.endsWith('by a first responder'))).toBe(true);
    const [hash] = await instance().admin<{ payload: { packHash: string } }>(
      `select payload from app.journal where subject_id = $1 and event_type = 'information-request.pack-sealed'`,
      [id],
    );
    expect(hash?.payload.packHash).toBe(opened.request.packHash);
    expect(await desk.change(id, { kind: 'deliver', how: 'collected', routeId: null })).toMatchObject({
      kind: 'changed',
      request: { state: 'delivered', nextDueAt: null },
    });
    expect(await desk.open(id)).toEqual({ kind: 'not-found' });
  });

  it('has an entry of every table that holds a row about the person', async () => {
    const wren = await referred('Wren');
    const id = await askedBy(wren);
    await reviewed(id);
    await desk.seal(id);
    const opened = await desk.open(id);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const codes = opened.pack.sections.map(({ code }) => code);
    for (const table of [
      'person',
      'report',
      'incident',
      'referral',
      'case_file',
      'safe_contact_card',
      'contact_route',
      'deadline',
      'deadline_version',
      'journal',
      'access_log',
    ])
      expect(codes).toContain(`app.${table}`);
    const events = await instance().admin('select 1 from app.journal where case_id = $1', [wren.caseId]);
    const journal = opened.pack.sections.find(({ code }) => code === 'app.journal');
    expect(journal!.entries.length).toBeGreaterThanOrEqual(events.length);
  });

  it('P8 every kind of record that was opened is in the access log, under the request', async () => {
    const wren = await referred('Wren');
    const id = await askedBy(wren);
    await reviewed(id);
    const seen = () =>
      instance().admin<{ what: string; basis: string }>(
        `select what, basis from app.access_log where person_id = $1 and role = 'data-protection-officer'`,
        [wren.personId],
      );
    expect((await seen()).map(({ what }) => what)).not.toContain('identity');
    await desk.seal(id);
    const whats = (await seen()).map(({ what }) => what);
    for (const what of ['identity', 'contact-route', 'safe-contact-words']) expect(whats).toContain(what);
    for (const { basis } of await seen()) expect(basis).toMatch(/^data-request DP-/);
  });

  it('is not sealed while an item waits for a decision', async () => {
    const id = await askedBy(await referred('Wren'));
    await desk.beginReview(id);
    expect(await desk.seal(id)).toEqual({ kind: 'refused', reason: 'undecided' });
  });

  it('P7 is there for nobody but the desk of the agency, and the desk sees no case without one', async () => {
    const wren = await referred('Wren');
    const id = await askedBy(wren);
    for (const other of ['responder', 'lead', 'officer', 'commissioner', 'auditor', 'administrator']) {
      expect(await desk.change(id, { kind: 'withdraw' }, { by: other })).toEqual({ kind: 'not-found' });
      expect(await desk.review(id, other)).toEqual({ kind: 'not-found' });
      const rows = await instance().webWork.read(instance().persona(other), (manager) =>
        manager.query<unknown[]>('select 1 from app.rows_about($1)', [id]),
      );
      expect(rows).toEqual([]);
    }
    await desk.change(id, { kind: 'withdraw' });
    const people = await instance().webWork.read(instance().persona('dpo'), (manager) =>
      manager.query<unknown[]>('select 1 from vault.person_record where person_id = $1', [wren.personId]),
    );
    expect(people).toEqual([]);
  });

  it('P5 leaves by post or mail for a way that the card allows at this instant, and for no other', async () => {
    const wren = await referred('Wren');
    const id = await askedBy(wren);
    await reviewed(id);
    await desk.seal(id);
    expect(await desk.change(id, { kind: 'deliver', how: 'email', routeId: wren.routeId })).toMatchObject({
      kind: 'refused',
    });
    expect(await desk.change(id, { kind: 'deliver', how: 'post', routeId: null })).toEqual({
      kind: 'refused',
      reason: 'route-missing',
    });
  });
});

describe('the clock of a request', () => {
  it('P2 stops while the desk waits, goes on later by those days, and keeps each version with what it counted', async () => {
    const { setNow, admin } = instance();
    const id = await desk.received();
    expect(await desk.change(id, { kind: 'ask', waitFor: 'identity' })).toMatchObject({
      request: { nextDue: 'chase', nextDueOn: '2026-09-08' },
    });
    await setNow('2026-09-05T10:00:00Z');
    expect(await desk.change(id, { kind: 'answer' })).toMatchObject({
      request: { nextDue: 'answer', nextDueOn: '2026-10-05' },
    });
    expect(await desk.change(id, { kind: 'extend', extension: 'complex' })).toMatchObject({
      request: { nextDueOn: '2026-12-07' },
    });
    const versions = await admin<{ due_on: Date; inputs: { stopped: unknown[] } }>(
      'select due_on::text, inputs from app.information_request_clock where request_id = $1 order by version',
      [id],
    );
    expect(versions.map(({ due_on: on }) => on)).toEqual([
      '2026-10-01',
      '2026-09-08',
      '2026-10-05',
      '2026-12-07',
    ]);
    expect(versions.at(-1)?.inputs.stopped).toEqual([{ fromOn: '2026-09-01', untilOn: '2026-09-05' }]);
  });

  it('refuses a stale page, and an act twice is one act', async () => {
    const id = await desk.received();
    expect(await desk.change(id, { kind: 'withdraw' }, { revision: 7 })).toEqual({
      kind: 'stale',
      revision: 1,
    });
    expect(await desk.change(id, { kind: 'withdraw' })).toMatchObject({ kind: 'changed' });
    expect(await desk.change(id, { kind: 'withdraw' })).toMatchObject({ kind: 'stale' });
  });

  it('refuses a request from the future and a case that is not there', async () => {
    const { setNow } = instance();
    const later = await setNow('2026-09-02T09:00:00Z');
    await setNow('2026-09-01T09:00:00Z');
    expect(await desk.receive({ receivedAt: later })).toEqual({ kind: 'refused', reason: 'in-the-future' });
    expect(await desk.receive({ caseReference: 'WM-0000-0000' })).toEqual({
      kind: 'refused',
      reason: 'no-such-case',
    });
    expect(await desk.receive({}, 'lead')).toEqual({ kind: 'not-found' });
  });
});
