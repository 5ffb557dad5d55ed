import {
  BookAppointment,
  ChangeAppointment,
  RaiseRisk,
  RecordFeedback,
  RecordNeeds,
  RecordOutcomes,
} from '#libs/casework';
import { HOUR, OUTCOME_MEASURES, plus, type AppointmentId, type CaseId, type StaffActor } from '#libs/domain';
import type { Followed } from './followed';
import { localHour } from './local-days';
import { adviserOf } from './plan-stories';
import type { Scene } from './scene';
import { fresh, type Stage } from './stage';

interface AtService {
  readonly life: Followed;
  readonly adviser: StaffActor;
}

/** What a service keeps of somebody whom it supports: needs, a risk, scores, an appointment that was kept and one ahead. */
export function serviceCareStories(life: Followed): readonly Scene[] {
  const { pack, now } = life;
  const adviser = adviserOf(pack.personas);
  if (adviser === null) return [];
  const service = { life, adviser };
  const kept: AppointmentId[] = [];
  const hours = (count: number) => plus(now, -count * HOUR);
  return [
    { at: hours(74), play: () => goThrough(service) },
    { at: hours(73), play: () => score(service, [2, 2, 1]) },
    { at: hours(72), play: () => book(service, { days: -2, hour: 13, kept }) },
    { at: hours(27), play: () => attended(service, kept) },
    { at: hours(26), play: () => say(service) },
    { at: hours(25), play: () => book(service, { days: 6, hour: 11, kept }) },
  ];
}

/** The case that somebody at a service has worked on for the longest; undefined when there is none. */
export async function caseOfAdviser({ session }: Stage, adviser: StaffActor): Promise<CaseId | undefined> {
  const [row] = await session.look<{ caseId: CaseId }>(
    `select case_id as "caseId" from app.service_request
     where allocated_to = $1 and kind <> 'counselling' and state in ('allocated', 'active')
     order by first_asked_at, request_id limit 1`,
    [adviser.userId],
  );
  return row?.caseId;
}

async function goThrough({ life, adviser }: AtService): Promise<void> {
  const caseId = await caseOfAdviser(life.stage, adviser);
  if (caseId === undefined) return;
  const { work, vault, ids } = life.stage;
  const happenedAt = await nowOf(life.stage, adviser);
  const answers = {
    justice: 'needs-support',
    home: 'needs-support',
    'money-and-benefits': 'declined',
  } as const;
  await new RecordNeeds(work, ids).execute(adviser, { caseId, answers, happenedAt }, fresh());
  const words = 'Invented words: the door of the house does not lock.';
  const risk = { caseId, risk: 'unsafe-home', words, reviewOn: life.day(life.now, 10) } as const;
  await new RaiseRisk(work, vault, ids, life.pack.care).execute(adviser, risk, fresh());
}

async function score({ life, adviser }: AtService, scores: readonly number[]): Promise<void> {
  const caseId = await caseOfAdviser(life.stage, adviser);
  if (caseId === undefined) return;
  const { work, ids } = life.stage;
  const happenedAt = await nowOf(life.stage, adviser);
  const given = OUTCOME_MEASURES.map((measure, index) => ({
    measure,
    answer: 'scored' as const,
    score: scores[index] ?? 1,
  }));
  const input = { caseId, given, happenedAt };
  await new RecordOutcomes(work, ids, life.pack.care).execute(adviser, input, fresh());
}

async function book(
  { life, adviser }: AtService,
  { days, hour, kept }: { readonly days: number; readonly hour: number; readonly kept: AppointmentId[] },
): Promise<void> {
  const caseId = await caseOfAdviser(life.stage, adviser);
  if (caseId === undefined) return;
  const { work, vault, ids } = life.stage;
  const startsAt = localHour(life.now, { days, hour, timezone: life.pack.timezone });
  const input = { caseId, place: 'at-our-centre', words: null, startsAt, minutes: 45 } as const;
  const once = await new BookAppointment(work, vault, ids).execute(adviser, input, fresh());
  if (once.kind === 'done' && once.result.kind === 'booked') kept.push(once.result.appointmentId);
}

async function attended(
  { life, adviser }: AtService,
  [appointmentId]: readonly AppointmentId[],
): Promise<void> {
  if (appointmentId === undefined) return;
  const { work, vault, ids } = life.stage;
  const found = await work.run(adviser, (tx) => tx.appointments.find(appointmentId));
  if (found === null) return;
  const input = { appointmentId, revision: found.revision, change: { kind: 'attend' } } as const;
  await new ChangeAppointment(work, vault, ids).execute(adviser, input, fresh());
}

async function say({ life, adviser }: AtService): Promise<void> {
  const caseId = await caseOfAdviser(life.stage, adviser);
  if (caseId === undefined) return;
  const { work, ids } = life.stage;
  const happenedAt = await nowOf(life.stage, adviser);
  const answers = { informed: 'yes', updated: 'partly', supported: 'yes' } as const;
  const said = { point: 'after-referral-to-service', about: 'our-service', consent: 'said-yes-now' } as const;
  await new RecordFeedback(work, ids).execute(adviser, { ...said, caseId, answers, happenedAt }, fresh());
}

function nowOf({ work }: Stage, adviser: StaffActor) {
  return work.run(adviser, (tx) => Promise.resolve(tx.now));
}
