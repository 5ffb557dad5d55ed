import {
  bandAtIncident,
  callable,
  firstCallTime,
  heldAtAge,
  localDate,
  reportChannelOf,
  reportIsLate,
  routeTold,
  spokenReference,
  standingOf,
  windowsOf,
  type AgeBand,
  type AgeKnown,
  type AgencyId,
  type CalendarVersion,
  type CaseId,
  type DeadlinePolicy,
  type IncidentId,
  type Instant,
  type LateReportReason,
  type PersonId,
  type ReferralId,
  type ReportId,
  type Route,
  type RouteId,
  type StaffActor,
  type TeamId,
} from '#libs/domain';
import type { Ids, Intake, SubjectVault } from '../ports';
import { sealIntake } from './intake-seal';
import type { ReferralInput } from './referral-input';
import { startClocks } from './start-clocks';

/** What a sound referral is made into records from. `startedAt` is where its clock starts. */
export interface IntakeParts {
  readonly ids: Ids;
  readonly actor: StaffActor;
  readonly input: ReferralInput;
  readonly personId: PersonId;
  readonly sealer: SubjectVault;
  readonly ageBand: AgeBand;
  readonly startedAt: Instant;
  readonly desk: { readonly agencyId: AgencyId; readonly teamId: TeamId; readonly referencePrefix: string };
  readonly policy: DeadlinePolicy;
  readonly calendar: CalendarVersion;
  readonly tzdata: string;
  readonly now: Instant;
}

export type IntakeAssembled =
  | { readonly kind: 'assembled'; readonly intake: Intake }
  | { readonly kind: 'refused'; readonly reason: 'calendar-ends' };

/** The records of one referral, whole, before any of them is written: they name each other by ids. */
export function assembleIntake(parts: IntakeParts): IntakeAssembled {
  const { ids, input, personId, sealer, ageBand, desk, policy, calendar, now } = parts;
  const named: Named = {
    referralId: ids.next<ReferralId>(),
    caseId: ids.next<CaseId>(),
    reportId: ids.next<ReportId>(),
    reference: spokenReference({ prefix: desk.referencePrefix, random: ids.random(8) }),
  };
  const started = startClocks({ ...parts, ...named, agencyId: desk.agencyId });
  if (started.kind === 'refused') return started;

  const deadlines = started.clocks;
  const windows = windowsOf(input.safeTimes, calendar.hours.timezone);
  const routes = routesOf(ids, { input, ageBand, now });
  const mayBeCalled = routes.some(callable);
  const callFromAt = mayBeCalled ? firstCallTime({ desk: calendar.hours, windows, now }) : null;
  const clocks = deadlines.map(({ deadline }) => deadline);
  const standing = standingOf({ deadlines: clocks, card: { windows }, openedAt: now, policy, now });
  const intake: Intake = {
    person: { id: personId, ageBand, ageAtIncident: incidentAge(parts), languageNeed: input.languageNeed },
    report: reportOf(parts, named),
    incident: incidentOf(parts),
    referral: referralOf(parts, named, { mayBeCalled, callFromAt }),
    caseFile: { ...standing, ...caseOf(parts, named, { mayBeCalled }) },
    routes,
    windows,
    sealed: sealIntake({ sealer, personId, input, routes, ...named }),
    deadlines,
  };
  return { kind: 'assembled', intake };
}

interface Named {
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  readonly reportId: ReportId;
  readonly reference: string;
}

/** As young as the person can have been when it happened. */
function incidentAge({ input, ageBand, startedAt, calendar }: IntakeParts): AgeBand | null {
  const reportedOn = localDate(startedAt, calendar.hours.timezone);
  return bandAtIncident(ageKnown(input.age, { ageBand, saidOn: reportedOn }), {
    when: input.whenBand,
    reportedOn,
  });
}

function ageKnown(
  age: ReferralInput['age'],
  { ageBand, saidOn }: { ageBand: AgeBand; saidOn: string },
): AgeKnown {
  if (age.kind === 'born') return age;
  return age.kind === 'years' ? { ...age, saidOn } : { kind: 'band', band: ageBand, saidOn };
}

function reportOf({ input, personId, startedAt, now }: IntakeParts, { reportId }: Named): Intake['report'] {
  return {
    id: reportId,
    personId,
    channel: reportChannelOf(input.source),
    reportedAt: startedAt,
    victimAgreedAt: null,
    lateReason: lateReasonOf(input, { startedAt, now }),
  };
}

/** A late report is taken on whether or not anyone said why (P11); it is marked either way. */
function lateReasonOf(
  { lateReason }: ReferralInput,
  { startedAt, now }: { startedAt: Instant; now: Instant },
): LateReportReason | null {
  return reportIsLate(startedAt, now) ? (lateReason ?? 'not-given') : null;
}

function incidentOf({ ids, input }: IntakeParts): Intake['incident'] {
  const { offenceGroup, whenBand, relationship, suspectAccess } = input;
  return { id: ids.next<IncidentId>(), offenceGroup, whenBand, relationship, suspectAccess };
}

function referralOf(
  { actor, input, personId, desk, now }: IntakeParts,
  { referralId, reportId, reference }: Named,
  { mayBeCalled, callFromAt }: { mayBeCalled: boolean; callFromAt: Instant | null },
): Intake['referral'] {
  return {
    id: referralId,
    reference,
    personId,
    reportId,
    source: input.source,
    receivedVia: input.receivedVia,
    state: 'accepted-for-triage',
    referringAgencyId: actor.agencyId,
    referringTeamId: actor.teamId,
    referredBy: actor.userId,
    handlingAgencyId: desk.agencyId,
    district: input.district,
    dangers: input.dangers,
    agreement: input.agreement,
    alternative: input.alternative?.kind ?? null,
    alternativeByAt: input.alternative?.by ?? null,
    feedback: mayBeCalled ? 'received' : 'need-a-new-number',
    submittedAt: now,
    callFromAt,
    revision: 1,
  };
}

function caseOf(
  { input, personId, desk, now }: IntakeParts,
  { referralId, caseId, reference }: Named,
  { mayBeCalled }: { mayBeCalled: boolean },
) {
  return {
    id: caseId,
    referralId,
    personId,
    reference,
    contactState: mayBeCalled ? 'ready' : 'no-safe-route',
    handlingAgencyId: desk.agencyId,
    ownerTeamId: desk.teamId,
    ownerUserId: null,
    danger: input.dangers.length > 0,
    attempts: 0,
    openedAt: now,
    closedAt: null,
    revision: 1,
  } as const;
}

function routesOf(
  ids: Ids,
  { input: { route }, ageBand, now }: { input: ReferralInput; ageBand: AgeBand; now: Instant },
): readonly Route[] {
  if (route === null) return [];
  const { kind, whose, call, text, voicemail, email } = route;
  const permissions = { call, text, voicemail, email, post: 'unknown' } as const;
  const told = routeTold({ id: ids.next<RouteId>(), kind, permissions }, now);
  return [heldAtAge(told, { band: ageBand, whose })];
}
