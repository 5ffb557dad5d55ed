import {
  AddRoute,
  ChangeCard,
  HandOverMessages,
  PermitRoute,
  QueueMessage,
  ReportDelivery,
  StopContact,
  TakeDeliveryReports,
} from '#libs/casework';
import {
  HOUR,
  plus,
  type CaseId,
  type MessageChannel,
  type PersonMessageId,
  type RouteId,
} from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

interface Reached {
  readonly caseId: CaseId;
  readonly mobileId: RouteId;
}

interface Plan {
  readonly channel: MessageChannel;
  readonly hoursAgo: number;
  readonly stopped?: true;
}

/** Each about a call, to somebody who chose that text. */
const PLANS: readonly Plan[] = [
  { channel: 'text', hoursAgo: 52 },
  { channel: 'text', hoursAgo: 51 },
  { channel: 'email', hoursAgo: 50 },
  { channel: 'email', hoursAgo: 49 },
  { channel: 'email', hoursAgo: 48 },
  { channel: 'email', hoursAgo: 4, stopped: true },
  { channel: 'text', hoursAgo: 3 },
];
/** Hours ago; among them is one that is safe for everybody, whenever the demonstration begins. */
const ROUNDS = [47, 44, 41, 38, 35, 32, 29, 26, 23, 20] as const;
/** The newest people are those of the other stories. */
const LEFT_TO_OTHERS = 5;

/**
 * Messages that arrived, one that came back and has a lead look at the address, one that contact stopped, some that
 * left and of which nothing was heard, one that waits.
 */
export function messageStories(today: Today): readonly Scene[] {
  const { stage, pack, now } = today;
  const { timezone } = pack.calendars[0]?.hours ?? { timezone: 'UTC' };
  return [
    ...PLANS.map((plan, index) => ({
      at: plus(now, -plan.hoursAgo * HOUR),
      play: () => offer(today, { plan, index, timezone }),
    })),
    ...ROUNDS.map((hoursAgo) => ({
      at: plus(now, -hoursAgo * HOUR),
      play: () => handOver(stage, timezone),
    })),
    { at: plus(now, -18 * HOUR), play: () => hear(stage) },
  ];
}

interface Offer {
  readonly plan: Plan;
  readonly index: number;
  readonly timezone: string;
}

/** Asks for a safe way and a text, writes both on the card, and has the message wait for its hour. */
async function offer({ stage, now }: Today, { plan, index, timezone }: Offer): Promise<void> {
  const { work, vault, ids, cast } = stage;
  const person = await nthReached(stage, LEFT_TO_OTHERS + index);
  if (person === null) return;
  const { caseId } = person;
  const routeId = plan.channel === 'text' ? await textMay(stage, person) : await addEmail(stage, person);
  if (routeId === null) return;
  const change = { part: 'wording', wording: 'we-will-ring' } as const;
  const revision = await revisionOf(stage, caseId);
  await new ChangeCard(work, vault, ids).execute(
    cast.responder,
    { caseId, revision, change, timezone },
    fresh(),
  );
  const aboutAt = plus(now, (20 + index) * HOUR);
  const input = { caseId, routeId, channel: plan.channel, kind: 'appointment', aboutAt } as const;
  await new QueueMessage(work, ids).execute(cast.responder, input, fresh());
  if (plan.stopped !== true) return;
  const stop = { caseId, revision: await revisionOf(stage, caseId), cause: 'stop-word' } as const;
  await new StopContact(work, ids).execute(cast.responder, stop, fresh());
}

async function textMay(stage: Stage, { caseId, mobileId: routeId }: Reached): Promise<RouteId | null> {
  const permissions = { call: 'yes', text: 'yes', voicemail: 'no' } as const;
  const revision = await revisionOf(stage, caseId);
  const input = { caseId, routeId, revision, permissions, saidBy: 'person' } as const;
  const once = await new PermitRoute(stage.work, stage.ids).execute(stage.cast.responder, input, fresh());
  return once.kind === 'done' && once.result.kind === 'permitted' ? routeId : null;
}

async function addEmail({ work, vault, ids, cast }: Stage, { caseId }: Reached): Promise<RouteId | null> {
  const route = {
    kind: 'email',
    value: `sample.${caseId.slice(-6)}@people.example`,
    whose: null,
    call: 'no',
    text: 'no',
    voicemail: 'no',
    email: 'yes',
  } as const;
  const input = { caseId, route, saidBy: 'person' } as const;
  const once = await new AddRoute(work, vault, ids).execute(cast.responder, input, fresh());
  return once.kind === 'done' && once.result.kind === 'added' ? once.result.routeId : null;
}

/** A way out that takes everything: nothing invented leaves this machine. */
async function handOver({ work, vault, ids }: Stage, timezone: string): Promise<void> {
  const channels: readonly MessageChannel[] = ['email', 'text'];
  const transport = { channels, handOver: () => Promise.resolve('accepted' as const) };
  await new HandOverMessages(work, vault, transport, { ids, timezone }).execute({ limit: 10 });
}

/** A network says that a text arrived, a mail server that an address is not there. */
async function hear({ work, ids, session }: Stage): Promise<void> {
  for (const [channel, outcome] of [
    ['text', 'delivered'],
    ['email', 'failed'],
  ] as const) {
    const [gone] = await session.look<{ messageId: PersonMessageId }>(
      `select message_id as "messageId" from app.person_message where state = 'handed-over' and channel = $1
       order by queued_at, message_id limit 1`,
      [channel],
    );
    if (gone) await new ReportDelivery(work).execute({ ...gone, outcome });
  }
  await new TakeDeliveryReports(work, ids).execute({ limit: 10 });
}

/** The people who were spoken with and have a mobile number, the newest first. */
async function nthReached({ session, cast }: Stage, nth: number): Promise<Reached | null> {
  const [row] = await session.look<Reached>(
    `select c.case_id as "caseId", r.route_id as "mobileId" from app.case_file c
     join app.contact_route r using (person_id) join app.referral f using (referral_id)
     where c.closed_at is null and c.contact_state = 'reached' and c.handling_agency_id = $1 and not c.walled
       and r.kind = 'mobile' and r.state = 'active' and f.agreement = 'agreed'
       and not exists (select from app.person_message m where m.person_id = c.person_id)
     order by c.opened_at desc, c.case_id offset $2 limit 1`,
    [cast.lead.agencyId, nth],
  );
  return row ?? null;
}

async function revisionOf({ session }: Stage, caseId: CaseId): Promise<number> {
  const [row] = await session.look<{ revision: number }>(
    'select revision from app.case_file where case_id = $1',
    [caseId],
  );
  return row?.revision ?? 0;
}
