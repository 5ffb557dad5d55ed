import {
  ageBandOf,
  ageOn,
  callable,
  checkReportTime,
  firstCallTime,
  localDate,
  mayReferFrom,
  missingAnswers,
  reportChannelOf,
  reportIsLate,
  spokenReference,
  standingOf,
  windowsOf,
  type AgeBand,
  type CaseId,
  type IncidentId,
  type Instant,
  type LateReportReason,
  type PersonId,
  type ReferralId,
  type ReportId,
  type ReportTimeRefusal,
  type RequiredAnswer,
  type Route,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import type { Ids, Intake, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { openIntakeTasks } from '../police-tasks/open-police-task';
import { pageOnCall } from '../urgent-pages';
import { eventsOfIntake } from './intake-events';
import { sealIntake } from './intake-seal';
import { startClocks } from './start-clocks';
import type { ReferralInput } from './referral-input';

export interface ReferralReceipt {
  readonly kind: 'submitted';
  readonly referralId: ReferralId;
  readonly reference: string;
}

export type SubmitRefusal =
  ReportTimeRefusal | 'not-allowed' | 'born-after-report' | 'unknown-district' | 'calendar-ends';
export type SubmitOutcome =
  | ReferralReceipt
  | { readonly kind: 'refused'; readonly reason: SubmitRefusal }
  /** Which of the few required answers are not there yet. */
  | { readonly kind: 'incomplete'; readonly missing: readonly RequiredAnswer[] };

/**
 * A referral, from whichever door: person, report, incident, case and both limbs of the promise, in one transaction. With the
 * few safety-critical answers present it is never refused for anything else, and the same submission twice makes
 * one referral (P11).
 */
export class SubmitReferral {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: ReferralInput,
    repeatable: Repeatable,
  ): Promise<Once<SubmitOutcome>> {
    const personId = this.ids.next<PersonId>();
    const sealer = await this.vault.create(personId);
    return this.unitOfWork.once<SubmitOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'submitted' },
      (tx) => this.submit(tx, { actor, input, personId, sealer }),
    );
  }

  private async submit(
    tx: Transaction,
    { actor, input, personId, sealer }: Submission,
  ): Promise<SubmitOutcome> {
    if (!mayReferFrom(actor, input.source)) return refused('not-allowed');
    const missing = missingAnswers(input);
    if (missing.length > 0) return { kind: 'incomplete', missing };
    const channel = reportChannelOf(input.source);
    const startedAt = startOf(input, tx.now);
    const badTime = checkReportTime(startedAt, tx.now);
    if (badTime !== null) return refused(badTime);
    if (input.district !== null && !(await tx.referrals.districtExists(input.district)))
      return refused('unknown-district');
    const policy = await tx.policies.inForce({ source: input.source, at: tx.now });
    const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
    const { timezone } = calendar.hours;
    const ageBand = bandAt(input, localDate(startedAt, timezone));
    if (ageBand === null) return refused('born-after-report');

    const desk = await tx.referrals.desk();
    const referralId = this.ids.next<ReferralId>();
    const caseId = this.ids.next<CaseId>();
    const reference = spokenReference({ prefix: desk.referencePrefix, random: this.ids.random(8) });
    const routes = this.routesOf(input);
    const mayBeCalled = routes.some(callable);
    const windows = windowsOf(input.safeTimes, timezone);
    const started = startClocks({
      ids: this.ids,
      policy,
      calendar,
      startedAt,
      tzdata: tx.policies.tzdata,
      caseId,
      referralId,
      agencyId: desk.agencyId,
      now: tx.now,
    });
    if (started.kind === 'refused') return refused(started.reason);
    const deadlines = started.clocks;
    const standing = standingOf({
      deadlines: deadlines.map(({ deadline }) => deadline),
      card: { windows },
      openedAt: tx.now,
      policy,
      now: tx.now,
    });
    const reportId = this.ids.next<ReportId>();
    const intake: Intake = {
      person: { id: personId, ageBand, languageNeed: input.languageNeed },
      report: {
        id: reportId,
        personId,
        channel,
        reportedAt: startedAt,
        victimAgreedAt: null,
        lateReason: lateReasonOf(input, { startedAt, now: tx.now }),
      },
      incident: {
        id: this.ids.next<IncidentId>(),
        offenceGroup: input.offenceGroup,
        whenBand: input.whenBand,
        relationship: input.relationship,
        suspectAccess: input.suspectAccess,
      },
      referral: {
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
        submittedAt: tx.now,
        callFromAt: mayBeCalled ? firstCallTime({ desk: calendar.hours, windows, now: tx.now }) : null,
        revision: 1,
      },
      caseFile: {
        ...standing,
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
        openedAt: tx.now,
        closedAt: null,
        revision: 1,
      },
      routes,
      windows,
      sealed: sealIntake({ sealer, personId, reportId, referralId, input, routes }),
      deadlines,
    };
    await tx.referrals.insert(intake);
    await tx.journal.append(eventsOfIntake(intake, tx.now));
    await openIntakeTasks(tx, { ids: this.ids, intake, crimeNumberGiven: input.crimeReference !== null });
    const page = { referralId, caseId, reference, dangers: input.dangers, desk };
    await pageOnCall(tx, { ids: this.ids, page });
    return { kind: 'submitted', referralId, reference };
  }

  private routesOf({ route }: ReferralInput): readonly Route[] {
    if (route === null) return [];
    const { kind, call, text, voicemail, email } = route;
    const permissions = { call, text, voicemail, email, post: 'unknown' } as const;
    return [{ id: this.ids.next<RouteId>(), kind, permissions, state: 'active' }];
  }
}

interface Submission {
  readonly actor: StaffActor;
  readonly input: ReferralInput;
  readonly personId: PersonId;
  readonly sealer: SubjectVault;
}

function refused(reason: SubmitRefusal): SubmitOutcome {
  return { kind: 'refused', reason };
}

/** Where the clock starts: at the report to the police, or when any other referral reached us (practice §1.3). */
function startOf({ source, reportedAt, receivedAt }: ReferralInput, now: Instant): Instant {
  return (source === 'police' ? reportedAt : receivedAt) ?? now;
}

/** Null when the person was born after the clock started. */
function bandAt({ age }: ReferralInput, on: string): AgeBand | null {
  if (age.kind === 'band') return age.band;
  const years = age.kind === 'years' ? age.years : ageOn({ bornOn: age.bornOn, on });
  return years < 0 ? null : ageBandOf(years);
}

/** A late report is taken on whether or not anyone said why (P11); it is marked either way. */
function lateReasonOf(
  { lateReason }: ReferralInput,
  { startedAt, now }: { startedAt: Instant; now: Instant },
): LateReportReason | null {
  return reportIsLate(startedAt, now) ? (lateReason ?? 'not-given') : null;
}
