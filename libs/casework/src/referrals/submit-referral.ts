import {
  ageBandOf,
  ageOn,
  checkReportTime,
  localDate,
  mayReferFrom,
  missingAnswers,
  type AgeBand,
  type Instant,
  type PersonId,
  type ReferralId,
  type ReportTimeRefusal,
  type RequiredAnswer,
  type StaffActor,
} from '#libs/domain';
import type { Ids, Intake, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import {
  keepReferralOverride,
  overrideAtReferral,
  type ReferralOverride,
} from '../consent/override-at-referral';
import { markPerson } from '../matching/mark-person';
import { openIntakeTasks } from '../police-tasks/open-police-task';
import { safeguardAtIntake } from '../safeguarding/open-safeguarding';
import { openPathway, pathwayRefusal, sealedWithPathway } from '../support/open-pathway';
import { pageOnCall } from '../urgent-pages';
import { assembleIntake } from './assemble-intake';
import { eventsOfIntake } from './intake-events';
import { raiseDeclaredWalls } from './raise-declared-walls';
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
 * A referral, from whichever door: person, report, incident, case and both limbs of the promise, in one transaction.
 * With the few safety-critical answers present it is never refused for anything else, and the same submission twice
 * makes one referral (P11).
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

  private async submit(tx: Transaction, submission: Submission): Promise<SubmitOutcome> {
    const { actor, input } = submission;
    if (!mayReferFrom(actor, input.source)) return refused('not-allowed');
    const missing = missingAnswers(input);
    if (missing.length > 0) return { kind: 'incomplete', missing };
    const startedAt = startOf(input, tx.now);
    const badTime = checkReportTime(startedAt, tx.now);
    if (badTime !== null) return refused(badTime);
    if (input.district !== null && !(await tx.referrals.districtExists(input.district)))
      return refused('unknown-district');
    const policy = await tx.policies.inForce({ source: input.source, at: tx.now });
    const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
    const ageBand = bandAt(input, localDate(startedAt, calendar.hours.timezone));
    if (ageBand === null) return refused('born-after-report');
    const desk = await tx.referrals.desk();
    const { tzdata } = tx.policies;
    const facts = { startedAt, ageBand, policy, calendar, tzdata, desk, now: tx.now };
    const assembled = assembleIntake({ ...submission, ...facts, ids: this.ids });
    if (assembled.kind === 'refused') return refused(assembled.reason);
    const { pathway = null } = input;
    if (pathway !== null && pathwayRefusal(pathway, assembled.intake) !== null) return refused('not-allowed');
    const crimeNumberGiven = input.crimeReference !== null;
    const override = await this.overrideFor(tx, submission, assembled.intake);
    await this.takeOn(tx, withSealed(assembled.intake, { override, submission }), { crimeNumberGiven });
    if (pathway === null) await this.mark(tx, assembled.intake, input);
    else await openPathway(tx, { actor: submission.actor, pathway, intake: assembled.intake });
    if (override !== null) await keepReferralOverride(tx, override);
    await this.wall(tx, submission, assembled.intake);
    const { id: referralId, reference } = assembled.intake.referral;
    return { kind: 'submitted', referralId, reference };
  }

  /** Last of all: after it, whoever it stands before writes nothing more about the person. */
  private async wall(
    tx: Transaction,
    { actor: referrer, input }: Submission,
    { caseFile }: Intake,
  ): Promise<void> {
    const { worksFor: workplace = null } = input;
    if (workplace === null) return;
    await raiseDeclaredWalls(tx, { ids: this.ids, referrer, caseFile, workplace });
  }

  /** Only a police referral that nobody has agreed to needs a ground; anything else has one. */
  private async overrideFor(
    tx: Transaction,
    { actor, input, sealer }: Submission,
    intake: Intake,
  ): Promise<ReferralOverride | null> {
    const { source, agreement, withoutAgreement: why = null } = input;
    if (why === null || agreement === 'agreed' || source !== 'police' || actor.role !== 'officer')
      return null;
    const { ids } = this;
    return overrideAtReferral(tx, { ids, intake, sealer, why, askedBy: actor.userId });
  }

  /** Writes what was assembled, asks the police for what it lacks, and pages whoever is on call if it cannot wait. */
  private async takeOn(
    tx: Transaction,
    intake: Intake,
    { crimeNumberGiven }: { crimeNumberGiven: boolean },
  ): Promise<void> {
    const { ids } = this;
    await tx.referrals.insert(intake);
    await tx.journal.append(eventsOfIntake(intake, tx.now));
    await openIntakeTasks(tx, { ids, intake, crimeNumberGiven });
    await safeguardAtIntake(tx, { ids, band: intake.person.ageBand, caseFile: intake.caseFile });
    const { id: referralId, reference, dangers } = intake.referral;
    const { id: caseId, handlingAgencyId: agencyId, ownerTeamId: teamId } = intake.caseFile;
    const page = { referralId, caseId, reference, dangers, desk: { agencyId, teamId } };
    await pageOnCall(tx, { ids, page });
  }

  /** Marks alone: whether anybody has the same is looked for once the referral is in, and never said here (P7). */
  private mark(
    tx: Transaction,
    { person, caseFile }: Intake,
    { nameToAskFor, fullName, age, route, crimeReference }: ReferralInput,
  ): Promise<void> {
    return markPerson(tx, {
      vault: this.vault,
      personId: person.id,
      handlingAgencyId: caseFile.handlingAgencyId,
      facts: {
        names: fullName === null ? [nameToAskFor] : [nameToAskFor, fullName],
        bornOn: age.kind === 'born' ? age.bornOn : null,
        routes: route === null ? [] : [route.value],
        crimeReference,
      },
    });
  }
}

/** Words beside it are sealed in the statement that takes the referral on, for whoever sends it may not read the vault. */
function withSealed(
  intake: Intake,
  { override, submission }: { override: ReferralOverride | null; submission: Submission },
): Intake {
  const { input, sealer } = submission;
  const { pathway = null } = input;
  const code = pathway === null ? [] : sealedWithPathway(pathway, { intake, sealer });
  const note = override === null ? [] : [override.note];
  return { ...intake, sealed: [...intake.sealed, ...note, ...code] };
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
