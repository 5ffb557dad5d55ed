import {
  overrideFault,
  purposeFits,
  type CaseId,
  type ConsentOverride,
  type DataClass,
  type LegalBasis,
  type OverrideAskRefusal,
  type OverrideId,
  type Purpose,
  type Recipient,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  CaseRecord,
  Ids,
  Once,
  Repeatable,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { overrideEvent } from './override-events';
import { isKnown } from './record-consent';

export interface AskOverrideInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly dataClasses: readonly DataClass[];
  readonly basis: LegalBasis;
  readonly hours: number;
  /** Why it is needed and proportionate, in the worker's words: sealed, and shown to the second person. */
  readonly necessity: string;
}

export type AskOverrideOutcome =
  | { readonly kind: 'asked'; readonly caseId: CaseId; readonly overrideId: OverrideId }
  | NotFound
  | Stale
  | Refused<OverrideAskRefusal | 'purpose-does-not-fit' | 'unknown-recipient' | 'unreadable'>;

/** Asks to share without consent. Nothing opens until a second person has confirmed it. */
export class AskOverride {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: AskOverrideInput,
    repeatable: Repeatable,
  ): Promise<Once<AskOverrideOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'ask-override', caseId });
    return unitOfWork.once<AskOverrideOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'asked' },
      (tx) => this.ask(tx, { actor, input, sealer }),
    );
  }

  private async ask(
    tx: Transaction,
    { actor, input, sealer }: { actor: StaffActor; input: AskOverrideInput; sealer: SubjectVault | null },
  ): Promise<AskOverrideOutcome> {
    const caseFile = await lockCaseFor(tx, 'ask-override', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    if (!purposeFits(input.purpose, input.recipient)) return refuse('purpose-does-not-fit');
    if (!(await isKnown(tx, input.recipient))) return refuse('unknown-recipient');
    const fault = overrideFault(input);
    if (fault !== null) return refuse(fault);
    if (sealer === null) return refuse('unreadable');
    const override = this.overrideOf(tx, { actor, input, caseFile });
    await tx.overrides.insert(override);
    const place = { recordId: override.id, kind: 'consent-note' } as const;
    const record = { ...place, sealed: sealer.seal(place, { text: input.necessity }) };
    await tx.safeContact.addSealed({ personId: caseFile.personId, record, at: tx.now });
    await tx.cases.save(caseFile);
    await tx.journal.append([overrideEvent(override, 'override.asked', tx.now)]);
    return { kind: 'asked', caseId: caseFile.id, overrideId: override.id };
  }

  private overrideOf(
    { now }: Transaction,
    { actor, input, caseFile }: { actor: StaffActor; input: AskOverrideInput; caseFile: CaseRecord },
  ): ConsentOverride {
    const { recipient, purpose, dataClasses, basis, hours } = input;
    return {
      ...UNDECIDED,
      id: this.ids.next<OverrideId>(),
      caseId: caseFile.id,
      personId: caseFile.personId,
      handlingAgencyId: caseFile.handlingAgencyId,
      reference: caseFile.reference,
      origin: 'case',
      recipient,
      purpose,
      dataClasses,
      basis,
      hours,
      askedBy: actor.userId,
      askedAt: now,
    };
  }
}

/** What every override begins with: nobody has decided, ended or reviewed it. */
export const UNDECIDED = {
  state: 'waiting',
  decidedBy: null,
  decidedAt: null,
  endsAt: null,
  endedAt: null,
  reviewDueAt: null,
  reviewedBy: null,
  reviewedAt: null,
  finding: null,
  personTold: null,
  revision: 1,
} as const;
