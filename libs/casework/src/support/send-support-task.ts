import {
  ABUSE_SHARED_WITH,
  mayShareAll,
  overrideCovers,
  sendTask,
  SUPPORT_CLOCKS,
  type PersonId,
  type SendingGround,
  type StaffActor,
  type SupportTask,
  type SupportTaskId,
  type SupportTaskRefusal,
} from '#libs/domain';
import { subjectFoundBy } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { dueInWorkingDays } from '../safeguarding/due-in-working-days';
import { findSupportTaskFor, lockSupportTaskFor } from './support-task-access';

export interface SendSupportTaskInput {
  readonly taskId: SupportTaskId;
  readonly revision: number;
  /** Who there it was sent to, in words; sealed. */
  readonly to: string;
}

export type SendSupportTaskOutcome =
  | { readonly kind: 'sent'; readonly caseId: SupportTask['caseId'] }
  | NotFound
  | Stale
  | Refused<SupportTaskRefusal | 'unreadable'>;

/**
 * A referral to MARAC or to the IDVA service was sent, by the sender's own means: Waymark sends nothing. It is recorded
 * only on a ground that stands at this instant, the person's consent or an override, for both name and safe contact.
 */
export class SendSupportTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    input: SendSupportTaskInput,
    repeatable: Repeatable,
  ): Promise<Once<SendSupportTaskOutcome>> {
    const { unitOfWork, vault } = this;
    const sealer = await subjectFoundBy({ unitOfWork, vault }, actor, async (tx) => {
      const task = await findSupportTaskFor(tx, 'work-support-task', input.taskId);
      return task?.personId ?? null;
    });
    return unitOfWork.once<SendSupportTaskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'sent' },
      (tx) => send(tx, input, sealer),
    );
  }
}

async function send(
  tx: Transaction,
  { taskId, revision, to }: SendSupportTaskInput,
  sealer: SubjectVault | null,
): Promise<SendSupportTaskOutcome> {
  const task = await lockSupportTaskFor(tx, 'work-support-task', taskId);
  if (task === null) return NOT_FOUND;
  if (task.revision !== revision) return { kind: 'stale', revision: task.revision };
  const ground = await groundOf(tx, task);
  const answerDueAt = await dueInWorkingDays(tx, SUPPORT_CLOCKS.answerWithinDays);
  const sent = sendTask(task, { ground, answerDueAt, now: tx.now });
  if (sent.kind === 'refused') return sent;
  if (sealer === null) return refuse('unreadable');
  const place = { recordId: task.id, kind: 'support-note' } as const;
  const record = { ...place, sealed: sealer.seal(place, { text: to }) };
  await tx.safeContact.addSealed({ personId: task.personId, record, at: tx.now });
  await tx.support.save(sent.task);
  await tx.journal.append(sent.events);
  return { kind: 'sent', caseId: task.caseId };
}

async function groundOf(tx: Transaction, { kind, personId }: SupportTask): Promise<SendingGround | null> {
  return kind === 'marac' || kind === 'idva' ? abuseGround(tx, { kind, personId }) : null;
}

/** On what ground MARAC or the IDVA service may be told of somebody at this instant; null for none (P6). */
export async function abuseGround(
  tx: Pick<Transaction, 'consents' | 'overrides' | 'now'>,
  { kind, personId }: { readonly kind: 'marac' | 'idva'; readonly personId: PersonId },
): Promise<SendingGround | null> {
  const { recipient, purpose, dataClasses } = ABUSE_SHARED_WITH[kind];
  const ledger = await tx.consents.ledgerOf(personId);
  if (mayShareAll(ledger, { recipient, purpose, dataClasses }, tx.now)) return 'consent';
  const overrides = await tx.overrides.ofPerson(personId);
  const covered = dataClasses.every((dataClass) =>
    overrides.some((override) => overrideCovers(override, { recipient, purpose, dataClass }, tx.now)),
  );
  return covered ? 'override' : null;
}
