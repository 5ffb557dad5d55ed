import { event, type AgencyId, type CaseId, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { markPerson } from '../matching/mark-person';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { todayAtDesk } from './desk-day';

export interface RecordPoliceReportInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly policeAgencyId: AgencyId;
  readonly reportedOn: string;
  /** Sealed; it stands beside the referral that came without one. */
  readonly crimeReference: string;
}

export type RecordPoliceReportOutcome =
  | { readonly kind: 'recorded' }
  | NotFound
  | Stale
  | Refused<
      | 'reported-from-the-start'
      | 'recorded-already'
      | 'is-a-supporter'
      | 'unknown-police'
      | 'in-the-future'
      | 'unreadable'
    >;

/**
 * The person has reported to the police themselves, after a referral that came without them. The record gains the crime
 * number and which force has it, and nobody is anonymous here any more: the person is found and compared by what is
 * known of them, as anybody is. By the number itself nobody is compared before a colleague has read it again.
 * Nothing goes to the police by it: they have heard from the person, and from nobody else.
 */
export class RecordPoliceReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: RecordPoliceReportInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordPoliceReportOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'record-police-report', caseId });
    return unitOfWork.once<RecordPoliceReportOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, { actor, input, sealer }),
    );
  }

  private async record(
    tx: Transaction,
    asked: { actor: StaffActor; input: RecordPoliceReportInput; sealer: SubjectVault | null },
  ): Promise<RecordPoliceReportOutcome> {
    const { actor, input, sealer } = asked;
    const { caseId, policeAgencyId, reportedOn } = input;
    const caseFile = await lockCaseFor(tx, 'record-police-report', caseId);
    const referral = caseFile && (await tx.referrals.find(caseFile.referralId));
    if (caseFile === null || referral === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    if (referral.source === 'police') return refuse('reported-from-the-start');
    const { personId, handlingAgencyId } = caseFile;
    const pathway = await tx.pathways.lockStanding(personId);
    if (pathway?.kind === 'supporter') return refuse('is-a-supporter');
    if (!(await tx.pathways.isPolice(policeAgencyId))) return refuse('unknown-police');
    if (reportedOn > (await todayAtDesk(tx))) return refuse('in-the-future');
    if (sealer === null) return refuse('unreadable');
    const by = { recordedBy: actor.userId, recordedAt: tx.now };
    const link = { caseId, personId, handlingAgencyId, policeAgencyId, reportedOn, ...by };
    if (!(await tx.pathways.linkPolice(link))) return refuse('recorded-already');
    const place = { recordId: referral.reportId, kind: 'crime-reference' } as const;
    const record = { ...place, sealed: sealer.seal(place, { reference: input.crimeReference }) };
    await tx.safeContact.addSealed({ personId, record, at: tx.now });
    const wasAnonymous = pathway !== null;
    if (pathway !== null)
      await tx.pathways.end({
        ...pathway,
        ended: 'told-the-police',
        endedBy: actor.userId,
        endedAt: tx.now,
      });
    if (wasAnonymous) await this.makeFindable(tx, { caseFile, sealer });
    await note(tx, { caseFile, input, wasAnonymous });
    return { kind: 'recorded' };
  }

  /** Everything that was never marked while they were anonymous; whoever reads it is on record (P8). */
  private async makeFindable(
    tx: Transaction,
    { caseFile, sealer }: { caseFile: CaseRecord; sealer: SubjectVault },
  ): Promise<void> {
    const { id: caseId, personId, handlingAgencyId } = caseFile;
    const basis = 'police-report';
    await tx.accessLog.record([
      { personId, caseId, what: 'identity', basis },
      { personId, caseId, what: 'contact-route', basis },
    ]);
    const [record] = await tx.safeContact.identitiesOf([personId]);
    const identity = record && sealer.open({ recordId: personId, kind: 'identity' }, record.sealed);
    if (!identity) throw new Error('a person always has an identity that opens');
    const { routes } = await tx.safeContact.cardOf(personId);
    const sealed = await tx.safeContact.sealedOf(
      personId,
      routes.map(({ id }) => id),
    );
    const values = sealed.flatMap(
      (route) => sealer.open({ recordId: route.recordId, kind: 'contact-route' }, route.sealed)?.value ?? [],
    );
    const { nameToAskFor, fullName, bornOn } = identity;
    const names = fullName === null ? [nameToAskFor] : [nameToAskFor, fullName];
    const facts = { names, bornOn, routes: values };
    await markPerson(tx, { vault: this.vault, personId, handlingAgencyId, facts });
  }
}

async function note(
  tx: Transaction,
  noted: { caseFile: CaseRecord; input: RecordPoliceReportInput; wasAnonymous: boolean },
): Promise<void> {
  const { caseFile, input, wasAnonymous } = noted;
  const { policeAgencyId, reportedOn } = input;
  await tx.cases.save(caseFile);
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseFile.id },
      caseId: caseFile.id,
      type: 'case.told-the-police',
      happenedAt: tx.now,
      payload: { policeAgencyId, reportedOn, wasAnonymous },
    }),
  ]);
}
