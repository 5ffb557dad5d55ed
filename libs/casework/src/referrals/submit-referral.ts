import {
  ageBandOf,
  ageOn,
  callable,
  checkReportTime,
  firstCallTime,
  localDate,
  mayDo,
  spokenReference,
  standingOf,
  windowsOf,
  type CaseId,
  type IncidentId,
  type PersonId,
  type ReferralId,
  type ReportId,
  type ReportTimeRefusal,
  type Route,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import type { Ids, Intake, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
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
export type SubmitOutcome = ReferralReceipt | { readonly kind: 'refused'; readonly reason: SubmitRefusal };

/**
 * A police referral: person, report, incident, case and both limbs of the promise, in one transaction. With the
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
    if (!mayDo(actor, 'log-referral')) return refused('not-allowed');
    const badTime = checkReportTime(input.reportedAt, tx.now);
    if (badTime !== null) return refused(badTime);
    if (!(await tx.referrals.districtExists(input.district))) return refused('unknown-district');
    const policy = await tx.policies.inForce({ source: input.source, at: tx.now });
    const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
    const { timezone } = calendar.hours;
    const age = ageAt(input, localDate(input.reportedAt, timezone));
    if (age < 0) return refused('born-after-report');

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
      startedAt: input.reportedAt,
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
      person: { id: personId, ageBand: ageBandOf(age), languageNeed: input.languageNeed },
      report: {
        id: reportId,
        personId,
        channel: 'police',
        reportedAt: input.reportedAt,
        victimAgreedAt: null,
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
        state: 'accepted-for-triage',
        referringAgencyId: actor.agencyId,
        referringTeamId: actor.teamId,
        referredBy: actor.userId,
        handlingAgencyId: desk.agencyId,
        district: input.district,
        dangers: input.dangers,
        agreement: input.agreement,
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
      sealed: sealIntake({ sealer, personId, reportId, input, routes }),
      deadlines,
    };
    await tx.referrals.insert(intake);
    await tx.journal.append(eventsOfIntake(intake, tx.now));
    return { kind: 'submitted', referralId, reference };
  }

  private routesOf({ route }: ReferralInput): readonly Route[] {
    if (route === null) return [];
    const { kind, call, text, voicemail } = route;
    const permissions = { call, text, voicemail, email: 'unknown', post: 'unknown' } as const;
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

function ageAt({ age }: ReferralInput, on: string): number {
  return age.kind === 'years' ? age.years : ageOn({ bornOn: age.bornOn, on });
}
