import {
  HandOverMessages,
  QueueMessage,
  type PersonMail as Message,
  type PersonTransport,
  type QueueMessageInput,
} from '#libs/casework';
import { defaultArea, loadAreaPack } from '#libs/config';
import { instant, type HandOverAnswer } from '#libs/domain';
import { PersonChannels, PersonMail } from '#libs/notifications';
import type { ReferredCase } from '../../support/promise';
import { onlyOnce, type TestInstance } from '../../support/instance';

export const TIMEZONE = 'Europe/London';
/** Monday 2 March 2026, ten past ten in London. */
export const NOW = '2026-03-02T10:10:00Z';
export const ABOUT = instant('2026-03-03T16:00:00Z');
export const BOUNCE_TO = 'return@messages.example';

export interface Mailed extends ReferredCase {
  readonly emailRouteId: string;
}

/** Adds an e-mail route on which mail is safe, as the card would after somebody asked, and a text that was chosen. */
export async function withEmail(
  { admin, vault, ids }: TestInstance,
  found: ReferredCase,
  change: { address?: string; permission?: string; wording?: string | null; checked?: string } = {},
): Promise<Mailed> {
  const {
    address = 'wren@sample.example',
    permission = 'yes',
    wording = 'we-will-ring',
    checked = NOW,
  } = change;
  const { personId } = found;
  const routeId = ids.next<string>();
  const subject = await vault.of(personId);
  if (subject.kind !== 'open') throw new Error('the key of a new person is there');
  const place = { recordId: routeId, kind: 'contact-route' } as const;
  await admin(
    `insert into app.contact_route (route_id, person_id, kind, permissions, state, rank, checked_at)
     values ($1, $2, 'email', $3, 'active', 9, $4)`,
    [routeId, personId, { call: 'no', text: 'no', voicemail: 'no', email: permission, post: 'no' }, checked],
  );
  await admin(
    `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at) values ($1, $2, $3, $4, $5)`,
    [routeId, place.kind, personId, subject.vault.seal(place, { value: address, whose: null }), NOW],
  );
  await admin(
    `insert into app.safe_contact_card
     select (jsonb_populate_record(null::app.safe_contact_card,
       to_jsonb(c) || jsonb_build_object('version', c.version + 1, 'wording', $2::text))).*
     from app.safe_contact_card c where c.person_id = $1 order by c.version desc limit 1`,
    [personId, wording],
  );
  return { ...found, emailRouteId: routeId };
}

export async function queueMail(
  { webWork, ids, persona }: TestInstance,
  { caseId, emailRouteId }: Mailed,
  change: Partial<QueueMessageInput> = {},
  by = 'responder',
) {
  const input = {
    caseId,
    routeId: emailRouteId as QueueMessageInput['routeId'],
    channel: 'email' as const,
    kind: 'appointment' as const,
    aboutAt: ABOUT,
    ...change,
  };
  const once = await new QueueMessage(webWork, ids).execute(persona(by), input, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

export function channelsTo(smtpUrl: string): PersonChannels {
  const { tellingWords } = loadAreaPack(defaultArea());
  const from = 'Messages <hello@messages.example>';
  const mail = new PersonMail({ smtpUrl, from, bounceTo: BOUNCE_TO, tellingWords });
  return new PersonChannels({ mail, sms: null }, { timezone: TIMEZONE, tellingWords });
}

export function handOverBy({ workerWork, vault, ids }: TestInstance, transport: PersonTransport) {
  return new HandOverMessages(workerWork, vault, transport, { ids, timezone: TIMEZONE });
}

/** A transport that the test can hold in the middle of a hand-over, to try what else happens just then. */
export function heldTransport(answer: HandOverAnswer = 'accepted') {
  const taken: Message[] = [];
  let release: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const started = new Promise<void>((resolve) => (begun = resolve));
  const transport: PersonTransport = {
    channels: ['email', 'text'],
    handOver: async (mail) => {
      taken.push(mail);
      begun();
      await held;
      return answer;
    },
  };
  return { transport, taken, started, release: () => release() };
}

export async function messagesOf({ admin }: TestInstance, caseId: string) {
  return admin<{ message_id: string; state: string; reason: string | null; tries: number }>(
    `select message_id, state, reason, tries from app.person_message where case_id = $1 order by queued_at, message_id`,
    [caseId],
  );
}
