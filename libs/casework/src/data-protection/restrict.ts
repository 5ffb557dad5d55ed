import {
  mayDo,
  stepRequest,
  type InformationRequest,
  type InformationRequestId,
  type RequestActRefusal,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { cancelMessagesOf } from '../person-messages';
import { lockRequest, saveActed } from './change-request';
import { dateRules } from './date-rules';

export interface RestrictInput {
  readonly requestId: InformationRequestId;
  readonly revision: number;
  readonly to: 'restricted' | 'restriction-lifted';
}

export type RestrictOutcome =
  | { readonly kind: 'restricted' | 'restriction-lifted' }
  | NotFound
  | Stale
  | Refused<
      RequestActRefusal | 'person-unknown' | 'identity-unknown' | 'restricted-already' | 'not-restricted'
    >;

/**
 * Restricts everything about a person: from the commit on the desk and the duty lead alone read it, queued messages
 * are cancelled, and the board shows nothing of it. The clocks of the case run on. Another request lifts it again.
 */
export class Restrict {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, input: RestrictInput, repeatable: Repeatable): Promise<Once<RestrictOutcome>> {
    return this.unitOfWork.once<RestrictOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'restricted' || kind === 'restriction-lifted' },
      (tx) => restrict(tx, actor, input),
    );
  }
}

async function restrict(tx: Transaction, actor: StaffActor, input: RestrictInput): Promise<RestrictOutcome> {
  if (!mayDo(actor, 'keep-data-requests')) return NOT_FOUND;
  const locked = await lockRequest(tx, input);
  if (locked.kind !== 'locked') return locked;
  const { request: before } = locked;
  const refused = await whyNot(tx, before, input.to);
  if (refused !== null) return refused;
  const rules = await dateRules(tx);
  const result = stepRequest(
    { ...before, settlement: input.to },
    { event: 'settle', type: input.to, at: { ...rules, now: tx.now }, reason: input.to },
  );
  if (result.kind === 'refused') return result;
  const restricts = input.to === 'restricted';
  await tx.informationRequests.restrict({ request: before, at: restricts ? tx.now : null });
  if (restricts && before.personId !== null)
    await cancelMessagesOf(tx, { personId: before.personId, because: 'restricted' });
  await saveActed(tx, { before, result, rules });
  return { kind: input.to };
}

async function whyNot(
  tx: Transaction,
  { kind, personId, identityAt }: InformationRequest,
  to: RestrictInput['to'],
): Promise<Extract<RestrictOutcome, { kind: 'refused' }> | null> {
  if (kind !== 'restriction') return refuse('not-for-this-kind');
  if (personId === null) return refuse('person-unknown');
  if (identityAt === null) return refuse('identity-unknown');
  const standing = (await tx.informationRequests.restrictedBy(personId)) !== null;
  if (to === 'restricted') return standing ? refuse('restricted-already') : null;
  return standing ? null : refuse('not-restricted');
}
