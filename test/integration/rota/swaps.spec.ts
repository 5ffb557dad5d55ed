import { AnswerSwap, AskSwap, KeepRota, LapseSwaps, PlanLeave, type SwapAnswer } from '#libs/casework';
import { instant, type ShiftId, type SwapId, type UserId } from '#libs/domain';
import { swapList } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';

const instance = useInstance();

const idOf = (key: string): UserId => instance().persona(key).userId;
const done = <Result>(once: { kind: string; result?: Result }): Result => {
  if (once.result === undefined) throw new Error(once.kind);
  return once.result;
};

const FROM = instant('2026-03-03T09:00:00Z');
const TO = instant('2026-03-03T17:00:00Z');

beforeEach(async () => {
  const { setNow, admin } = instance();
  await setNow('2026-03-02T10:00:00Z');
  await admin(`update app.on_call_shift set removed_at = now() where removed_at is null`);
});

async function aShiftOf(key: string): Promise<ShiftId> {
  const { webWork, ids, persona } = instance();
  const shift = { userId: idOf(key), fromAt: FROM, toAt: TO };
  const kept = done(
    await new KeepRota(webWork, ids).execute(persona('lead'), { kind: 'add', shift }, onlyOnce()),
  );
  if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
  return kept.shiftId;
}

async function ask(shiftId: ShiftId, { to = 'responder-two', by = 'responder', revision = 1 } = {}) {
  const { webWork, ids, persona } = instance();
  const asked = { shiftId, revision, toUserId: idOf(to) };
  return done(await new AskSwap(webWork, ids).execute(persona(by), asked, onlyOnce()));
}

async function asked(shiftId: ShiftId): Promise<SwapId> {
  const outcome = await ask(shiftId);
  if (outcome.kind !== 'asked') throw new Error(JSON.stringify(outcome));
  return outcome.swapId;
}

async function answer(swapId: SwapId, what: SwapAnswer['answer'], by = 'responder-two') {
  const { webWork, persona } = instance();
  return done(await new AnswerSwap(webWork).execute(persona(by), { swapId, answer: what }, onlyOnce()));
}

async function holderOf(shiftId: ShiftId): Promise<UserId | null> {
  const { webWork, persona } = instance();
  return (await webWork.run(persona('lead'), (tx) => tx.onCall.find(shiftId)))?.userId ?? null;
}

describe('a shift that a colleague is asked to take', () => {
  it('moves when they accept, and the lead sees it asked and answered', async () => {
    const { webWork, persona } = instance();
    const shiftId = await aShiftOf('responder');
    const swapId = await asked(shiftId);
    expect(await holderOf(shiftId)).toBe(idOf('responder'));
    const seen = () => webWork.read(persona('lead'), (manager) => swapList(manager));
    expect((await seen()).open.map(({ id }) => id)).toContain(swapId);
    expect(await answer(swapId, 'accept')).toEqual({ kind: 'answered' });
    expect(await holderOf(shiftId)).toBe(idOf('responder-two'));
    expect((await seen()).decided.map(({ id, state }) => [id, state])).toContainEqual([swapId, 'accepted']);
    expect(await answer(swapId, 'accept')).toEqual({ kind: 'refused', reason: 'already-answered' });
  });

  it('is asked about by its holder, once at a time, and of somebody who is there', async () => {
    const { webWork, ids, persona } = instance();
    const shiftId = await aShiftOf('responder');
    expect(await ask(shiftId, { by: 'responder-two', to: 'lead' })).toMatchObject({
      reason: 'not-your-shift',
    });
    expect(await ask(shiftId, { to: 'responder' })).toMatchObject({ reason: 'to-yourself' });
    expect(await ask(shiftId, { to: 'officer' })).toMatchObject({ reason: 'not-on-the-team' });
    expect(await ask(shiftId, { revision: 5 })).toEqual({ kind: 'stale', revision: 1 });
    expect(await ask(shiftId, { by: 'officer' })).toEqual({ kind: 'not-found' });
    const leave = { userId: idOf('responder-two'), fromAt: FROM, toAt: TO };
    done(await new PlanLeave(webWork, ids).execute(persona('responder-two'), leave, onlyOnce()));
    expect(await ask(shiftId)).toMatchObject({ reason: 'on-leave' });
    expect(await ask(shiftId, { to: 'lead' })).toMatchObject({ kind: 'asked' });
    expect(await ask(shiftId, { to: 'lead' })).toMatchObject({ reason: 'asked-already' });
    await instance().admin(`delete from app.staff_leave`);
  });

  it('is for nobody else to take, and a change of the shift ends the question', async () => {
    const { webWork, ids, persona } = instance();
    const shiftId = await aShiftOf('responder');
    const swapId = await asked(shiftId);
    expect(await answer(swapId, 'accept', 'lead')).toMatchObject({ reason: 'not-for-you' });
    expect(await answer(swapId, 'accept', 'officer')).toEqual({ kind: 'not-found' });
    const shift = { userId: idOf('responder'), fromAt: FROM, toAt: instant('2026-03-03T18:00:00Z') };
    const change = { kind: 'change', shiftId, revision: 1, shift } as const;
    done(await new KeepRota(webWork, ids).execute(persona('lead'), change, onlyOnce()));
    expect(await answer(swapId, 'accept')).toMatchObject({ reason: 'already-answered' });
    expect(await holderOf(shiftId)).toBe(idOf('responder'));
  });

  it('lapses when the shift is over', async () => {
    const { workerWork, setNow, admin } = instance();
    const swapId = await asked(await aShiftOf('responder'));
    await setNow('2026-03-03T17:00:02Z');
    expect(await answer(swapId, 'accept')).toMatchObject({ reason: 'over-already' });
    await new LapseSwaps(workerWork).execute({ limit: 50 });
    const [row] = await admin<{ state: string }>('select state from app.shift_swap where swap_id = $1', [
      swapId,
    ]);
    expect(row?.state).toBe('lapsed');
  });

  it('cannot be taken over behind the rules: the database moves it only for whoever was asked, as it stood', async () => {
    const { webWork, persona } = instance();
    const shiftId = await aShiftOf('responder');
    await asked(shiftId);
    const forge = (by: string, toAt: string) =>
      webWork.run(persona(by), async (tx) => {
        const shift = await tx.onCall.find(shiftId);
        if (shift === null) throw new Error('no shift');
        await tx.onCall.change({
          ...shift,
          userId: idOf(by),
          toAt: instant(toAt),
          revision: shift.revision + 1,
        });
      });
    await expect(forge('responder-two', '2026-03-05T17:00:00Z')).rejects.toThrow(/row-level security/);
    await forge('responder', '2026-03-04T17:00:00Z').catch(() => undefined);
    const { toAt } = (await webWork.run(persona('lead'), (tx) => tx.onCall.find(shiftId))) ?? {};
    expect(toAt).toBe(TO);
  });

  it('keeps somebody who is on leave off the rota', async () => {
    const { webWork, ids, persona, admin } = instance();
    const leave = { userId: idOf('responder'), fromAt: FROM, toAt: TO };
    done(await new PlanLeave(webWork, ids).execute(persona('lead'), leave, onlyOnce()));
    const shift = { userId: idOf('responder'), fromAt: FROM, toAt: TO };
    const kept = done(
      await new KeepRota(webWork, ids).execute(persona('lead'), { kind: 'add', shift }, onlyOnce()),
    );
    expect(kept).toEqual({ kind: 'refused', reason: 'on-leave' });
    await admin(`delete from app.staff_leave`);
  });
});
