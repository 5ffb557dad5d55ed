import {
  acknowledgementTime,
  event,
  type AcknowledgedHow,
  type AcknowledgementRefusal,
  type CaseId,
  type Instant,
  type PersonId,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Once, RedirectRecord, Repeatable, Transaction, UnitOfWork, Vault } from '../ports';
import { endCase } from '../cases/end-case';
import { moveReferral } from './move-referral';

export interface AcknowledgementInput {
  readonly caseId: CaseId;
  /** Of the redirect, as the lead saw it. */
  readonly revision: number;
  readonly how: AcknowledgedHow;
  readonly acknowledgedAt: Instant;
  /** Who at the receiving body said so; kept sealed. */
  readonly by: string;
  readonly theirReference: string | null;
}

export type AcknowledgeRedirectOutcome =
  | { readonly kind: 'acknowledged'; readonly caseId: CaseId }
  | NotFound
  | Stale
  | Refused<AcknowledgementRefusal | 'nothing-to-acknowledge' | 'record-unreadable'>;

/**
 * The receiving body has said that it takes the person on: from here the referral is redirected and our case closed.
 * A clock that had time left is cancelled with that reason, one that had run out stays a miss (P4, P15).
 */
export class AcknowledgeRedirect {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: AcknowledgementInput,
    repeatable: Repeatable,
  ): Promise<Once<AcknowledgeRedirectOutcome>> {
    return this.unitOfWork.once<AcknowledgeRedirectOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'acknowledged' },
      (tx) => this.acknowledge(tx, actor, input),
    );
  }

  private async acknowledge(
    tx: Transaction,
    actor: StaffActor,
    input: AcknowledgementInput,
  ): Promise<AcknowledgeRedirectOutcome> {
    const { caseId, revision, how } = input;
    const caseFile = await lockCaseFor(tx, 'redirect-referral', caseId);
    if (caseFile === null) return NOT_FOUND;
    const redirect = await tx.redirects.lockWaiting(caseId);
    if (redirect === null) return refuse('nothing-to-acknowledge');
    if (redirect.revision !== revision) return { kind: 'stale', revision: redirect.revision };
    const time = { acknowledgedAt: input.acknowledgedAt, judgedAt: redirect.judgedAt, now: tx.now };
    const acknowledged = acknowledgementTime(time);
    if (acknowledged.kind === 'refused') return acknowledged;
    if (!(await this.seal(tx, { redirect, input, personId: caseFile.personId }))) {
      return refuse('record-unreadable');
    }
    const ended = { endedBy: actor.userId, endedAt: tx.now } as const;
    await tx.redirects.save({
      ...redirect,
      ...ended,
      state: 'acknowledged',
      acknowledgedHow: how,
      acknowledgedAt: acknowledged.at,
    });
    await moveReferral(tx, { referralId: caseFile.referralId, event: 'redirect' });
    await this.close(tx, { caseFile, redirect, input: { ...input, acknowledgedAt: acknowledged.at } });
    return { kind: 'acknowledged', caseId };
  }

  private async seal(
    tx: Transaction,
    {
      redirect,
      input,
      personId,
    }: { redirect: RedirectRecord; input: AcknowledgementInput; personId: PersonId },
  ): Promise<boolean> {
    const found = await this.vault.of(personId);
    if (found.kind !== 'open') return false;
    const place = { recordId: redirect.id, kind: 'redirect-acknowledgement' } as const;
    const { by: name, theirReference } = input;
    const record = { ...place, sealed: found.vault.seal(place, { name, theirReference }) };
    await tx.redirects.seal({ personId, record, at: tx.now });
    return true;
  }

  private async close(
    tx: Transaction,
    options: { caseFile: CaseRecord; redirect: RedirectRecord; input: AcknowledgementInput },
  ): Promise<void> {
    const { caseFile, redirect, input } = options;
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: 'case.redirect-acknowledged',
        happenedAt: input.acknowledgedAt,
        reason: redirect.reason,
        payload: { redirectId: redirect.id, receivingBody: redirect.receivingBody, how: input.how },
      }),
    ]);
    await endCase(tx, { caseFile, reason: 'redirected' });
  }
}
