import {
  isChild,
  mayDo,
  parseDate,
  stepRequest,
  type InformationRequestId,
  type PersonId,
  type RequestActRefusal,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  Ids,
  Once,
  Rectified,
  Repeatable,
  Sealable,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { markPerson } from '../matching/mark-person';
import { correctAge, type CorrectAgeRefusal } from '../person/correct-age';
import { lockRequest, saveActed } from './change-request';
import { dateRules } from './date-rules';

export interface RectifyInput {
  readonly requestId: InformationRequestId;
  readonly revision: number;
  readonly field: Rectified['field'];
  /** What shall stand there, of a date of birth as `YYYY-MM-DD`; null when it is not changed and their words are put beside it. */
  readonly after: string | null;
  /** What the person said is wrong, and why it was decided so. */
  readonly words: string;
}

export type RectifyOutcome =
  /** `childNow`: by the corrected date they are a child, and younger than everybody thought. */
  | { readonly kind: 'rectified'; readonly childNow: boolean }
  | NotFound
  | Stale
  | Refused<
      RequestActRefusal | CorrectAgeRefusal | 'not-a-birth-date' | 'person-unknown' | 'identity-unknown'
    >;

/**
 * Puts right what is wrong, or puts the person's words beside it. What stood there before is kept, sealed and marked:
 * whoever relied on it can be told.
 */
export class Rectify {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: RectifyInput,
    repeatable: Repeatable,
  ): Promise<Once<RectifyOutcome>> {
    const personId = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'keep-data-requests')) return null;
      const request = await tx.informationRequests.find(input.requestId);
      if (request?.kind !== 'rectification' || request.personId === null) return null;
      const { personId: about, reference } = request;
      const basis = `data-request ${reference}`;
      await tx.accessLog.record([{ personId: about, caseId: null, what: 'identity', basis }]);
      return about;
    });
    const subject = personId === null ? null : await this.vault.of(personId);
    return this.unitOfWork.once<RectifyOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'rectified' },
      (tx) => this.rectify(tx, { actor, input, sealer: subject?.kind === 'open' ? subject.vault : null }),
    );
  }

  private async rectify(
    tx: Transaction,
    { actor, input, sealer }: { actor: StaffActor; input: RectifyInput; sealer: SubjectVault | null },
  ): Promise<RectifyOutcome> {
    if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
    const locked = await lockRequest(tx, input);
    if (locked.kind !== 'locked') return locked;
    const { request: before } = locked;
    const { personId } = before;
    if (before.kind !== 'rectification') return refuse('not-for-this-kind');
    if (personId === null) return refuse('person-unknown');
    if (before.identityAt === null) return refuse('identity-unknown');
    if (sealer === null) return refuse('unreadable');
    const outcome = input.after === null ? 'note-added' : 'corrected';
    const rules = await dateRules(tx);
    const result = stepRequest(
      { ...before, settlement: outcome },
      {
        event: 'settle',
        type: 'settled',
        at: { ...rules, now: tx.now },
        reason: outcome,
        payload: { field: input.field },
      },
    );
    if (result.kind === 'refused') return result;
    const put =
      input.after === null ? OLD_IS_NONE : await this.put(tx, { personId, sealer, input, by: actor });
    if (put.kind === 'refused') return put;
    await this.keep(tx, { personId, sealer, input, old: put.old, by: actor, outcome });
    await saveActed(tx, { before, result, rules });
    return { kind: 'rectified', childNow: put.childNow };
  }

  /** Writes the new value into the sealed identity; the old one goes into the record of the correction. */
  private async put(
    tx: Transaction,
    {
      personId,
      sealer,
      input,
      by,
    }: { personId: PersonId; sealer: SubjectVault; input: RectifyInput; by: StaffActor },
  ): Promise<Put | Refused<CorrectAgeRefusal | 'not-a-birth-date'>> {
    if (input.field === 'date-of-birth') return this.putBirth(tx, { personId, sealer, input, by });
    const [record] = await tx.safeContact.identitiesOf([personId]);
    const place = { recordId: personId, kind: 'identity' } as const;
    const identity = record === undefined ? null : sealer.open(place, record.sealed);
    if (identity === null) throw new Error('a person always has an identity that opens');
    const changed: Sealable['identity'] = { ...identity, ...changeOf(input) };
    await tx.informationRequests.putIdentity({ personId, sealed: sealer.seal(place, changed), at: tx.now });
    await markPerson(tx, {
      vault: this.vault,
      personId,
      handlingAgencyId: by.agencyId,
      facts: {
        names: [changed.nameToAskFor, ...(changed.fullName === null ? [] : [changed.fullName])],
        bornOn: changed.bornOn,
      },
      replace: ['name-pair', 'name-year', 'name-day'],
    });
    return { kind: 'put', old: oldOf(identity, input.field), childNow: false };
  }

  /** By the one function that puts an age right; it keeps what stood there beside what stands there now. */
  private async putBirth(
    tx: Transaction,
    {
      personId,
      sealer,
      input,
      by,
    }: { personId: PersonId; sealer: SubjectVault; input: RectifyInput; by: StaffActor },
  ): Promise<Put | Refused<CorrectAgeRefusal | 'not-a-birth-date'>> {
    const bornOn = input.after ?? '';
    if (parseDate(bornOn) === undefined) return refuse('not-a-birth-date');
    const corrected = await correctAge(tx, {
      ids: this.ids,
      vault: this.vault,
      sealer,
      personId,
      handlingAgencyId: by.agencyId,
      age: { kind: 'born', bornOn },
      reason: 'person-said',
      words: null,
    });
    if (corrected.kind === 'refused') return corrected;
    return { ...OLD_IS_NONE, childNow: corrected.younger && isChild(corrected.bands.after.now) };
  }

  private async keep(
    tx: Transaction,
    options: {
      personId: PersonId;
      sealer: SubjectVault;
      input: RectifyInput;
      old: string | null;
      by: StaffActor;
      outcome: Rectified['outcome'];
    },
  ): Promise<void> {
    const { personId, sealer, input, old, by, outcome } = options;
    const place = { recordId: this.ids.next(), kind: 'rectification' } as const;
    const words = { before: old, after: input.after, words: input.words };
    await tx.safeContact.addSealed({
      personId,
      record: { ...place, sealed: sealer.seal(place, words) },
      at: tx.now,
    });
    await tx.informationRequests.addRectified({
      id: place.recordId,
      requestId: input.requestId,
      personId,
      field: input.field,
      outcome,
      recordedBy: by.userId,
      recordedAt: tx.now,
    });
  }
}

interface Put {
  readonly kind: 'put';
  /** What stood there, where this record keeps it. */
  readonly old: string | null;
  readonly childNow: boolean;
}

const OLD_IS_NONE: Put = { kind: 'put', old: null, childNow: false };

function changeOf({ field, after }: RectifyInput): Partial<Sealable['identity']> {
  switch (field) {
    case 'full-name':
      return { fullName: after };
    case 'name-to-ask-for':
      return { nameToAskFor: after ?? '' };
    case 'date-of-birth':
    case 'other':
      return {};
  }
}

function oldOf(identity: Sealable['identity'], field: Rectified['field']): string | null {
  switch (field) {
    case 'full-name':
      return identity.fullName;
    case 'name-to-ask-for':
      return identity.nameToAskFor;
    case 'date-of-birth':
    case 'other':
      return null;
  }
}
