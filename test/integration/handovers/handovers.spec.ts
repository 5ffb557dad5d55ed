import {
  AcceptHandover,
  AssignCases,
  CloseHandover,
  OfferHandover,
  ReleaseCasesOf,
  TakeCase,
} from '#libs/casework';
import type { CaseId, HandoverId, UserId } from '#libs/domain';
import { BoardUpkeep } from '../../../apps/worker/src/board/board-upkeep';
import { onlyOnce, SERVICE, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const idOf = (key: string): UserId => instance().persona(key).userId;
const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};

async function aCase(): Promise<CaseId> {
  await instance().setNow('2026-03-02T10:00:00Z');
  return (await acts.refer('2026-03-02T09:00:00Z')).caseId;
}

async function ownerOf(caseId: CaseId): Promise<string | null> {
  const [row] = await instance().admin<{ owner_user_id: string | null }>(
    'select owner_user_id from app.case_file where case_id = $1',
    [caseId],
  );
  return row?.owner_user_id ?? null;
}

async function openOfferOf(caseId: CaseId): Promise<HandoverId | null> {
  const [row] = await instance().admin<{ handover_id: HandoverId }>(
    `select handover_id from app.handover where case_id = $1 and state = 'offered'`,
    [caseId],
  );
  return row?.handover_id ?? null;
}

async function assign(cases: readonly CaseId[], to: string, by = 'lead', revision = 1) {
  const { webWork, ids, persona } = instance();
  const input = { cases: cases.map((caseId) => ({ caseId, revision })), toUserId: idOf(to) };
  return done(await new AssignCases(webWork, ids).execute(persona(by), input, onlyOnce()));
}

async function accept(handoverIds: readonly (HandoverId | null)[], by: string) {
  const { webWork, persona } = instance();
  const input = { handoverIds: handoverIds.filter((id) => id !== null) };
  return done(await new AcceptHandover(webWork).execute(persona(by), input, onlyOnce()));
}

async function close(answer: 'decline' | 'withdraw', id: HandoverId | null, by: string) {
  const { webWork, persona } = instance();
  const input = { handoverIds: id === null ? [] : [id], answer };
  return done(await new CloseHandover(webWork).execute(persona(by), input, onlyOnce()));
}

async function take(caseId: CaseId, by: string, revision = 1) {
  const { webWork, persona } = instance();
  return done(await new TakeCase(webWork).execute(persona(by), { caseId, revision }, onlyOnce()));
}

async function handOver(to: string | null, by: string) {
  const { webWork, ids, persona } = instance();
  const input = { toUserId: to === null ? null : idOf(to) };
  return done(await new OfferHandover(webWork, ids).execute(persona(by), input, onlyOnce()));
}

async function journalOf(caseId: CaseId): Promise<readonly string[]> {
  const rows = await instance().admin<{ event_type: string }>(
    `select event_type from app.journal where case_id = $1 and (event_type like 'handover.%'
       or event_type in ('case.taken', 'case.released')) order by position`,
    [caseId],
  );
  return rows.map(({ event_type }) => event_type);
}

describe('P15 assigning', () => {
  it('offers the case, and moves it when the receiver says yes', async () => {
    const caseId = await aCase();
    expect(await assign([caseId], 'responder')).toMatchObject({ rows: [{ decision: 'offered' }] });
    expect(await ownerOf(caseId)).toBeNull();
    expect(await accept([await openOfferOf(caseId)], 'responder')).toMatchObject({
      rows: [{ decision: 'answered' }],
    });
    expect(await ownerOf(caseId)).toBe(idOf('responder'));
    expect(await journalOf(caseId)).toEqual(['handover.offered', 'handover.accepted']);
  });

  it('to oneself is taking it', async () => {
    const caseId = await aCase();
    expect(await assign([caseId], 'responder', 'responder')).toMatchObject({ rows: [{ decision: 'taken' }] });
    expect(await ownerOf(caseId)).toBe(idOf('responder'));
  });

  it('decides each row for itself and names those that changed', async () => {
    const [fresh, changed] = [await aCase(), await aCase()];
    await take(changed, 'responder-two');
    const outcome = await assign([fresh, changed], 'responder');
    const decisions = outcome.kind === 'decided' ? outcome.rows.map(({ decision }) => decision) : [];
    expect(decisions.toSorted()).toEqual(['changed-since', 'offered']);
    expect(await ownerOf(changed)).toBe(idOf('responder-two'));
    expect(await openOfferOf(changed)).toBeNull();
  });

  it('P7 says of a case of nobody what it says of a case that is not there, and does none of the rows', async () => {
    const caseId = await aCase();
    const nowhere = '018f3c1e-0000-7000-8000-000000000001' as CaseId;
    expect(await assign([caseId, nowhere], 'responder')).toEqual({ kind: 'not-found' });
    expect(await openOfferOf(caseId)).toBeNull();
    expect(await assign([caseId], 'responder', 'officer')).not.toMatchObject({ kind: 'decided' });
    expect(await assign([caseId], 'responder', 'manager')).toEqual({ kind: 'not-found' });
    expect(await openOfferOf(caseId)).toBeNull();
  });

  it('goes to nobody who takes no cases', async () => {
    const caseId = await aCase();
    for (const to of ['officer', 'manager', 'commissioner', 'administrator']) {
      expect(await assign([caseId], to)).toEqual({ kind: 'refused', reason: 'receiver-not-available' });
    }
    expect(await assign([], 'responder')).toEqual({ kind: 'refused', reason: 'no-cases' });
  });

  it('is not for a responder to do with a colleague’s case', async () => {
    const caseId = await aCase();
    await take(caseId, 'responder-two');
    const rows = [{ decision: 'not-yours-to-give' }];
    expect(await assign([caseId], 'responder', 'responder', 2)).toMatchObject({ rows });
  });

  it('sent twice is done once', async () => {
    const { webWork, ids, persona, admin } = instance();
    const caseId = await aCase();
    const input = { cases: [{ caseId, revision: 1 }], toUserId: idOf('responder') };
    const key = onlyOnce();
    const send = () => new AssignCases(webWork, ids).execute(persona('lead'), input, key);
    const [first, second] = [await send(), await send()];
    expect([first.kind, second.kind]).toEqual(['done', 'repeated']);
    expect(await admin('select 1 from app.handover where case_id = $1', [caseId])).toHaveLength(1);
  });
});

describe('P15 an offer', () => {
  it('is not for others to answer, and an answer is given once', async () => {
    const caseId = await aCase();
    await assign([caseId], 'responder');
    const offer = await openOfferOf(caseId);
    expect(await accept([offer], 'responder-two')).toMatchObject({ rows: [{ decision: 'not-for-you' }] });
    expect(await close('withdraw', offer, 'responder')).toMatchObject({
      rows: [{ decision: 'not-for-you' }],
    });
    expect(await close('decline', offer, 'responder')).toMatchObject({ rows: [{ decision: 'answered' }] });
    expect(await accept([offer], 'responder')).toMatchObject({ rows: [{ decision: 'already-answered' }] });
    expect(await ownerOf(caseId)).toBeNull();
    expect(await accept([offer], 'officer').catch(() => 'no')).not.toMatchObject({ kind: 'answered' });
  });

  it('gives way to a newer one, and to whoever takes the case', async () => {
    const caseId = await aCase();
    await assign([caseId], 'responder');
    const first = await openOfferOf(caseId);
    await assign([caseId], 'responder-two');
    expect(await accept([first], 'responder')).toMatchObject({ rows: [{ decision: 'already-answered' }] });
    await take(caseId, 'responder');
    expect(await openOfferOf(caseId)).toBeNull();
    expect(await ownerOf(caseId)).toBe(idOf('responder'));
  });

  it('accepted by the receiver and taken by another at once leaves one owner, and both read the same', async () => {
    const caseId = await aCase();
    await assign([caseId], 'responder');
    const offer = await openOfferOf(caseId);
    const [accepted, taken] = await Promise.all([
      accept([offer], 'responder'),
      take(caseId, 'responder-two'),
    ]);
    const won = accepted.kind === 'answered' && accepted.rows[0]?.decision === 'answered';
    expect(taken.kind).toBe(won ? 'stale' : 'taken');
    expect(await ownerOf(caseId)).toBe(idOf(won ? 'responder' : 'responder-two'));
    expect(await openOfferOf(caseId)).toBeNull();
  });
});

describe('P15 the end of a shift', () => {
  beforeEach(async () => {
    await instance().admin('update app.case_file set owner_user_id = null');
  });

  it('offers every case of mine; they stay mine until the colleague accepts them', async () => {
    const cases = [await aCase(), await aCase()];
    for (const caseId of cases) await take(caseId, 'responder');
    expect(await handOver('responder-two', 'responder')).toMatchObject({
      rows: [{ decision: 'offered' }, { decision: 'offered' }],
    });
    expect(await Promise.all(cases.map(ownerOf))).toEqual([idOf('responder'), idOf('responder')]);
    await accept(await Promise.all(cases.map(openOfferOf)), 'responder-two');
    expect(await Promise.all(cases.map(ownerOf))).toEqual([idOf('responder-two'), idOf('responder-two')]);
  });

  it('back to the team is accepted by a duty lead', async () => {
    const caseId = await aCase();
    await take(caseId, 'responder');
    await handOver(null, 'responder');
    const offer = await openOfferOf(caseId);
    expect(await accept([offer], 'responder-two')).toMatchObject({ rows: [{ decision: 'not-for-you' }] });
    expect(await ownerOf(caseId)).toBe(idOf('responder'));
    await accept([offer], 'lead');
    expect(await ownerOf(caseId)).toBeNull();
  });

  it('of somebody without cases, or to oneself, is refused in words', async () => {
    expect(await handOver(null, 'responder')).toEqual({ kind: 'refused', reason: 'no-cases' });
    expect(await handOver('responder', 'responder')).toEqual({ kind: 'refused', reason: 'to-yourself' });
  });
});

describe('P15 somebody who leaves', () => {
  it('leaves their cases to the team and no offer open', async () => {
    const [owned, offeredToThem] = [await aCase(), await aCase()];
    await take(owned, 'responder');
    await assign([owned], 'responder-two', 'lead', 2);
    await assign([offeredToThem], 'responder');
    const release = new ReleaseCasesOf(instance().workerWork);
    expect((await release.execute(SERVICE, idOf('responder'))).released).toBeGreaterThan(0);
    expect(await ownerOf(owned)).toBeNull();
    expect([await openOfferOf(owned), await openOfferOf(offeredToThem)]).toEqual([null, null]);
    expect(await journalOf(owned)).toEqual([
      'case.taken',
      'handover.offered',
      'case.released',
      'handover.withdrawn',
    ]);
    expect(await release.execute(SERVICE, idOf('responder'))).toEqual({ released: 0 });
  });

  it('stays in no hands that may not call any more: another role is a leaving too', async () => {
    const caseId = await aCase();
    await take(caseId, 'responder-two');
    const role = (code: string) =>
      instance().admin('update app.staff_user set role = $1 where user_id = $2', [
        code,
        idOf('responder-two'),
      ]);
    await role('safeguarding-lead');
    await new BoardUpkeep(instance().workerWork).round();
    await role('first-responder');
    expect(await ownerOf(caseId)).toBeNull();
  });

  it('is not sent away by a responder', async () => {
    const caseId = await aCase();
    await take(caseId, 'responder');
    const { webWork, persona } = instance();
    await new ReleaseCasesOf(webWork).execute(persona('responder-two'), idOf('responder'));
    expect(await ownerOf(caseId)).toBe(idOf('responder'));
    await new ReleaseCasesOf(webWork).execute(persona('lead'), idOf('responder'));
    expect(await ownerOf(caseId)).toBeNull();
  });
});
