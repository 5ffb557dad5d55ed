import { HighsAttacker } from '#libs/attacker';
import {
  AssignCases,
  KeepRota,
  ProposeChange,
  RecordDeclinedOffer,
  ReleaseCodeFigures,
  SaveDraft,
  StartDraft,
  type AttemptPolicyBody,
  type NoteWorks,
} from '#libs/casework';
import { HOUR, localDate, MINUTE, plus, type CaseId, type Instant } from '#libs/domain';
import { careStories } from './care-stories';
import { consentStories } from './consent-stories';
import { coverageStories } from './coverage-stories';
import { dataProtectionStories } from './data-protection-stories';
import { districtShares } from './district-shares';
import { dutyStories } from './duty-stories';
import { endingStories } from './ending-stories';
import { matchingStories } from './matching-stories';
import { messageStories } from './message-stories';
import { planStories } from './plan-stories';
import type { Chance } from './random';
import { quarterStories } from './quarter-stories';
import { retentionStories } from './retention-stories';
import { safeguardingStories } from './safeguarding-stories';
import { serviceRequestStories } from './service-request-stories';
import { supportStories } from './support-stories';
import { safeContactStories } from './safe-contact-stories';
import type { Scene, Today } from './scene';
import type { SeedingWallWork } from './seeding-wall-work';
import { fresh, type Stage } from './stage';
import { trackStories } from './track-stories';
import { wallStories } from './wall-stories';
import type { YearSettings } from './year-settings';

const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** How many people say "not now" or "no" to a call for each one who is referred. An assumption. */
const DECLINED_OFFERS = 0.12;

export interface DeskLife extends Today {
  readonly wall: SeedingWallWork;
  readonly notes: NoteWorks;
  readonly chance: Chance;
  readonly settings: YearSettings;
  readonly count: number;
  readonly days: number;
}

/** What goes on around the cases: the rota, offers that people declined, and what lies on the desk today. */
export function deskLife(life: DeskLife): readonly Scene[] {
  return [
    ...rota(life),
    ...declinedOffers(life),
    ...today(life),
    ...safeContactStories(life),
    ...consentStories(life),
    ...safeguardingStories(life),
    ...serviceRequestStories(life),
    ...supportStories(life),
    ...planStories(life),
    ...trackStories(life),
    ...dutyStories(life),
    ...careStories(life),
    ...endingStories(life),
    ...dataProtectionStories(life),
    ...retentionStories(life),
    ...messageStories(life),
    ...matchingStories(life),
    ...wallStories(life),
    ...coverageStories(life),
    codeFigures(life),
    ...quarterStories(life),
  ];
}

/** As the worker publishes them for each quarter that has ended long enough ago. */
function codeFigures({ stage: { work }, pack, now }: DeskLife): Scene {
  return {
    at: plus(now, -45 * MINUTE),
    play: async () => {
      const disclosure = { rule: pack.disclosure, attacker: new HighsAttacker() };
      await new ReleaseCodeFigures(work, pack.timezone, disclosure).execute();
    },
  };
}

/** A week on call each, in turn, set up on the first day and filled until a month from now. */
function rota({ stage: { work, ids, cast }, days, now }: DeskLife): readonly Scene[] {
  const first = plus(now, -(days + 7) * DAY);
  const people = [cast.responder, cast.lead, cast.colleague];
  const monday = (first - (first % WEEK) + 4 * DAY + 9 * HOUR) as Instant;
  return Array.from({ length: Math.ceil(days / 7) + 6 }, (_, week) => {
    const fromAt = plus(monday, week * WEEK);
    const person = people[week % people.length] ?? cast.lead;
    const shift = { userId: person.userId, fromAt, toAt: plus(fromAt, WEEK) };
    return {
      at: Math.min(plus(fromAt, -2 * DAY), plus(now, -2 * HOUR)) as Instant,
      play: async () => {
        await new KeepRota(work, ids).execute(cast.lead, { kind: 'add', shift }, fresh());
      },
    };
  });
}

/** Counted for coverage, by month and district only; some name a day to be asked again. */
function declinedOffers({ stage, chance, pack, count, days, now }: DeskLife): readonly Scene[] {
  const { work, ids, cast } = stage;
  const { timezone } = pack.calendars[0]?.hours ?? { timezone: 'UTC' };
  return Array.from({ length: Math.round(count * DECLINED_OFFERS) }, (_, index) => {
    const at = plus(now, -Math.round(chance.between(0.1, days) * 24 * 60) * MINUTE);
    const answer = chance.next() < 0.6 ? ('not-now' as const) : ('no' as const);
    const again = answer === 'not-now' && chance.next() < 0.5;
    const askAgainOn = again ? localDate(plus(at, chance.between(5, 40) * DAY), timezone) : null;
    const input = { answer, district: chance.weighted(districtShares(pack, at)), askAgainOn };
    const officer = cast.officers[index % cast.officers.length] ?? cast.lead;
    return {
      at,
      play: async () => {
        await new RecordDeclinedOffer(work, ids).execute(officer, input, fresh());
      },
    };
  });
}

/** Unfinished things, so that every screen has something to show on the day the demonstration begins. */
function today({ stage, pack, now }: DeskLife): readonly Scene[] {
  const district = districtShares(pack, now)[0]?.[1] ?? '';
  return [
    { at: plus(now, -3 * HOUR), play: () => leaveDraft(stage, { bird: 'Whitethroat', district, steps: 1 }) },
    { at: plus(now, -50 * MINUTE), play: () => leaveDraft(stage, { bird: 'Nightjar', district, steps: 2 }) },
    { at: plus(now, -40 * MINUTE), play: () => offerCases(stage) },
    { at: plus(now, -30 * MINUTE), play: () => proposeChange(stage) },
  ];
}

/** An officer was called away in the middle of a referral. */
async function leaveDraft(
  { work, vault, ids, cast }: Stage,
  { bird, district, steps }: { bird: string; district: string; steps: number },
): Promise<void> {
  const [officer = cast.lead] = cast.officers;
  const once = await new StartDraft(work, vault, ids).execute(officer, fresh());
  if (once.kind !== 'done' || once.result.kind !== 'started') return;
  const { draftId } = once.result;
  const answers = [
    { step: 'person', answers: { nameToAskFor: `Sample ${bird}`, age: '34', district } },
    { step: 'contact', answers: { number: '07700 900314', also: ['text'] } },
  ] as const;
  for (const [index, { step, answers: typed }] of answers.slice(0, steps).entries()) {
    await new SaveDraft(work, vault).execute(officer, { draftId, step, answers: typed, basedOn: index + 1 });
  }
}

/** The lead offers the newest cases nobody has taken; they wait for an answer. */
async function offerCases({ work, ids, cast, session }: Stage): Promise<void> {
  const cases = await session.look<{ caseId: CaseId; revision: number }>(
    `select case_id as "caseId", revision from app.case_file
     where owner_user_id is null and closed_at is null and act_by_at is not null and handling_agency_id = $1
     order by opened_at desc limit 3`,
    [cast.lead.agencyId],
  );
  if (cases.length === 0) return;
  const toUserId = cast.responder.userId;
  await new AssignCases(work, ids).execute(cast.lead, { cases, toUserId }, fresh());
}

/** A change of the rules that waits for the second administrator. */
async function proposeChange({ work, ids, cast }: Stage): Promise<void> {
  if (cast.administrator === null) return;
  const body: AttemptPolicyBody = {
    attempts: 6,
    workingDays: 5,
    timesOfDay: 2,
    mostPerDay: 2,
    eveningWanted: true,
    routesWanted: 2,
  };
  const change = {
    kind: 'attempt-policy',
    subject: 'attempt-policy',
    basedOnVersion: 1,
    body,
    effectiveFrom: null,
    reason: 'learning-from-practice',
  } as const;
  await new ProposeChange(work, ids).execute(cast.administrator, change, fresh());
}
