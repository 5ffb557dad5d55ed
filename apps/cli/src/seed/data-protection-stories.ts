import {
  BeginReview,
  ChangeRequest,
  ReceiveRequest,
  RecordBreach,
  type ReceiveRequestInput,
  type RequestChange,
} from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { HOUR, plus, type InformationRequestId, type Instant, type StaffActor } from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;

interface Desk {
  readonly stage: Stage;
  readonly officer: StaffActor;
}

/**
 * What lies on the data-protection desk: a copy that is nearly due and one that is late, a clock that stands still, a
 * correction, a complaint, a request by the police, and a breach of two days ago.
 */
export function dataProtectionStories({ stage, pack, now }: Today): readonly Scene[] {
  const officer = officerIn(pack);
  if (officer === null) return [];
  const desk = { stage, officer };
  const days = (count: number) => plus(now, -count * DAY);
  return [
    { at: days(12.5), play: () => late(desk) },
    { at: days(12), play: () => inReview(desk) },
    { at: days(11), play: () => waiting(desk) },
    { at: days(9), play: () => plain(desk, { kind: 'complaint', words: 'My letter came opened.' }) },
    {
      at: days(5),
      play: () => plain(desk, { kind: 'rectification', words: 'My name is spelt with two n.' }),
    },
    { at: days(3), play: () => byPolice(desk) },
    { at: days(2), play: () => breach(desk) },
  ];
}

function officerIn({ personas }: AreaPack): StaffActor | null {
  const persona = personas.find(({ role }) => role === 'data-protection-officer');
  if (persona === undefined) return null;
  const { userId, role, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

async function late(desk: Desk): Promise<void> {
  const receivedAt = await daysAgo(desk, 32);
  const id = await receive(desk, { receivedAt, caseReference: await someCase(desk, 0) });
  if (id !== null)
    await change(desk, { id, revision: 1, to: { kind: 'confirm-identity', how: 'documents' } });
}

async function inReview(desk: Desk): Promise<void> {
  const id = await receive(desk, {
    receivedAt: await daysAgo(desk, 14),
    caseReference: await someCase(desk, 1),
  });
  if (id === null) return;
  await change(desk, { id, revision: 1, to: { kind: 'confirm-identity', how: 'code-word' } });
  await new BeginReview(desk.stage.work).execute(desk.officer, { requestId: id, revision: 2 }, fresh());
}

async function waiting(desk: Desk): Promise<void> {
  const id = await receive(desk, { requester: 'solicitor', caseReference: await someCase(desk, 2) });
  if (id !== null) await change(desk, { id, revision: 1, to: { kind: 'ask', waitFor: 'identity' } });
}

async function plain(desk: Desk, asked: Partial<ReceiveRequestInput>): Promise<void> {
  await receive(desk, { caseReference: await someCase(desk, 3), ...asked });
}

async function byPolice(desk: Desk): Promise<void> {
  await receive(desk, {
    kind: 'victim-information',
    requester: 'police',
    receivedVia: 'email',
    name: 'Sample Detective Rook',
    replyTo: null,
    words: 'Dates of support and any record of counselling.',
    counselling: true,
    caseReference: await someCase(desk, 4),
  });
}

async function breach({ stage, officer }: Desk): Promise<void> {
  const { work, vault, ids } = stage;
  const noticedAt = plus(await nowOf(stage, officer), -3 * HOUR);
  const words = 'A letter was posted to an address that had changed. It came back unopened.';
  const input = { kind: 'wrong-recipient', noticedAt, peopleAffected: 1, words } as const;
  await new RecordBreach(work, vault, ids).execute(officer, input, fresh());
}

async function receive(
  { stage, officer }: Desk,
  asked: Partial<ReceiveRequestInput>,
): Promise<InformationRequestId | null> {
  const { work, vault, ids } = stage;
  const input: ReceiveRequestInput = {
    kind: 'subject-access',
    caseReference: null,
    receivedAt: plus(await nowOf(stage, officer), -HOUR),
    receivedVia: 'letter',
    requester: 'person',
    name: 'Sample Wagtail',
    replyTo: 'By hand: they come to the centre on Thursdays',
    words: 'Please send me everything that you have about me.',
    counselling: false,
    ...asked,
  };
  const once = await new ReceiveRequest(work, vault, ids).execute(officer, input, fresh());
  return once.kind === 'done' && once.result.kind === 'received' ? once.result.requestId : null;
}

async function change(
  { stage, officer }: Desk,
  { id, revision, to }: { id: InformationRequestId; revision: number; to: RequestChange },
): Promise<void> {
  const { work, vault, ids } = stage;
  const changeRequest = new ChangeRequest(work, vault, ids);
  await changeRequest.execute(officer, { requestId: id, revision, change: to }, fresh());
}

async function daysAgo({ stage, officer }: Desk, days: number): Promise<Instant> {
  return plus(await nowOf(stage, officer), -days * DAY);
}

/** The reference of some case of the agency, of the newest where there are not so many yet; null where there is none. */
async function someCase({ stage, officer }: Desk, skip: number): Promise<string | null> {
  const rows = await stage.session.look<{ reference: string }>(
    `select c.reference from app.case_file c where c.handling_agency_id = $1 and not c.walled
     order by c.opened_at, c.case_id limit $2`,
    [officer.agencyId, skip + 1],
  );
  return rows.at(-1)?.reference ?? null;
}

function nowOf({ work }: Stage, officer: StaffActor): Promise<Instant> {
  return work.run(officer, (tx) => Promise.resolve(tx.now));
}
