import {
  breachRefusal,
  event,
  isoOf,
  mayDo,
  regulatorDueAt,
  spokenReference,
  type BreachId,
  type BreachKind,
  type BreachRecord,
  type BreachRefusal,
  type BreachRisk,
  type DomainEvent,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork, Vault } from '../ports';
import { openWords, sealerOf, sealWords } from './seal-request';

export interface RecordBreachInput {
  readonly kind: BreachKind;
  readonly noticedAt: Instant;
  readonly peopleAffected: number;
  /** What happened, in words; sealed. */
  readonly words: string;
}

export type RecordBreachOutcome =
  | { readonly kind: 'recorded'; readonly breachId: BreachId; readonly regulatorDueAt: Instant }
  | NotFound
  | Refused<'in-the-future' | 'unreadable'>;

/** Puts a personal-data breach into the register; the hours to tell the regulator run from when it was noticed. */
export class RecordBreach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: RecordBreachInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordBreachOutcome>> {
    const id = this.ids.next<BreachId>();
    const may = mayDo(actor, 'keep-breaches');
    const sealer = may ? await sealerOf(this.vault, { recordId: id, personId: null }) : null;
    return this.unitOfWork.once<RecordBreachOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      async (tx) => {
        if (!may) return NOT_FOUND;
        if (input.noticedAt > tx.now) return refuse('in-the-future');
        if (sealer === null) return refuse('unreadable');
        const reference = spokenReference({ prefix: 'BR', random: this.ids.random(8) });
        const breach = newBreach(actor, { id, reference, input, now: tx.now });
        await tx.breaches.insert(breach);
        const words = { name: null, replyTo: null, words: input.words };
        await sealWords(tx, { sealer, recordId: id, personId: null, words });
        await tx.journal.append([breachEvent(breach, { type: 'noticed', now: tx.now })]);
        return { kind: 'recorded', breachId: id, regulatorDueAt: breach.regulatorDueAt };
      },
    );
  }
}

function newBreach(
  actor: StaffActor,
  parts: { id: BreachId; reference: string; input: RecordBreachInput; now: Instant },
): BreachRecord {
  const { id, reference, input, now } = parts;
  const { kind, noticedAt, peopleAffected } = input;
  return {
    id,
    reference,
    handlingAgencyId: actor.agencyId,
    kind,
    risk: null,
    peopleAffected,
    noticedAt,
    recordedAt: now,
    regulatorDueAt: regulatorDueAt(noticedAt),
    reportedAt: null,
    peopleToldAt: null,
    closedAt: null,
    ownerUserId: actor.userId,
    revision: 1,
  };
}

export interface ChangeBreachInput {
  readonly breachId: BreachId;
  readonly revision: number;
  readonly change:
    | { readonly kind: 'assess'; readonly risk: BreachRisk; readonly peopleAffected: number }
    | { readonly kind: 'report' }
    | { readonly kind: 'tell-people' }
    | { readonly kind: 'close' };
}

export type ChangeBreachOutcome =
  { readonly kind: 'changed'; readonly breach: BreachRecord } | NotFound | Stale | Refused<BreachRefusal>;

/** Judges the risk, records that the regulator and the people were told, and closes a breach when all of it is done. */
export class ChangeBreach {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    input: ChangeBreachInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeBreachOutcome>> {
    return this.unitOfWork.once<ChangeBreachOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => changeBreach(tx, actor, input),
    );
  }
}

async function changeBreach(
  tx: Transaction,
  actor: StaffActor,
  { breachId, revision, change }: ChangeBreachInput,
): Promise<ChangeBreachOutcome> {
  if (!mayDo(actor, 'keep-breaches')) return NOT_FOUND;
  const before = (await tx.breaches.lock(breachId)) ?? (await tx.breaches.find(breachId));
  if (before === null) return NOT_FOUND;
  if (before.revision !== revision) return { kind: 'stale', revision: before.revision };
  const refusal = breachRefusal(before, change.kind);
  if (refusal !== null) return refuse(refusal);
  const breach = changed(before, change, tx.now);
  await tx.breaches.save(breach);
  await tx.journal.append([breachEvent(breach, { type: change.kind, now: tx.now })]);
  return { kind: 'changed', breach };
}

function changed(breach: BreachRecord, change: ChangeBreachInput['change'], now: Instant): BreachRecord {
  switch (change.kind) {
    case 'assess':
      return { ...breach, risk: change.risk, peopleAffected: change.peopleAffected };
    case 'report':
      return { ...breach, reportedAt: now };
    case 'tell-people':
      return { ...breach, peopleToldAt: now };
    case 'close':
      return { ...breach, closedAt: now };
  }
}

function breachEvent(breach: BreachRecord, { type, now }: { type: string; now: Instant }): DomainEvent {
  const { id, kind, risk, peopleAffected, regulatorDueAt: dueAt } = breach;
  return event({
    subject: { kind: 'breach', id },
    type: `breach.${type}`,
    happenedAt: now,
    reason: kind,
    payload: {
      risk,
      peopleAffected,
      regulatorDueAt: isoOf(dueAt),
      inTime: type === 'report' ? now <= dueAt : null,
    },
  });
}

export type BreachRead =
  { readonly kind: 'read'; readonly breach: BreachRecord; readonly words: string | null } | NotFound;

/** Shows one breach with the account of it. The access row is committed before it is opened (P8). */
export class ReadBreach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, breachId: BreachId): Promise<BreachRead> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'keep-breaches')) return null;
      const breach = await tx.breaches.find(breachId);
      if (breach === null) return null;
      const basis = `breach ${breach.reference}`;
      await tx.accessLog.record([{ personId: breachId, caseId: null, what: 'request-words', basis }]);
      return { breach, sealed: await tx.informationRequests.sealedOf(breachId) };
    });
    if (found === null) return NOT_FOUND;
    const words = await openWords(this.vault, found.sealed);
    return { kind: 'read', breach: found.breach, words: words?.words ?? null };
  }
}
