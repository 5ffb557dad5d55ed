import { withoutPermissions, type Instant, type PoliceTask } from '#libs/domain';
import type { CaseRecord, Ids, SubjectVaultFound, Transaction } from '../ports';
import { applyCard } from '../safe-contact/apply-card';
import { putRoute } from '../safe-contact/put-route';
import type { RouteInput } from '../safe-contact/route-input';
import { refuse, type Refused } from '../outcome';
import { keepNoContact } from './keep-no-contact';
import { markAnswered } from './mark-answered';
import { tellCallTime } from './tell-call-time';
import type { PoliceAnswer } from './police-answer';

export type EnterRefusal = 'unusable-number' | 'task-settled' | 'unreadable' | 'not-safe-to-call';

/** `callFromAt`: from when the person can be called, once a number was given. */
type Entered = { readonly kind: 'entered'; readonly callFromAt: Instant | null } | Refused<EnterRefusal>;

interface Held {
  readonly ids: Ids;
  readonly task: PoliceTask;
  readonly caseFile: CaseRecord;
  readonly subject: SubjectVaultFound;
}

const ENTERED = { kind: 'entered', callFromAt: null } as const;

/** Enters what a team answered in the locked case it is about. */
export async function enterAnswer(
  tx: Transaction,
  held: Held & { readonly answer: Exclude<PoliceAnswer, { kind: 'ask-again' }> },
): Promise<Entered> {
  const { answer, task } = held;
  switch (answer.kind) {
    case 'route-given':
      return enterRoute(tx, held, answer.route);
    case 'crime-number-given':
      return enterCrimeNumber(tx, held, answer.reference);
    case 'agreed': {
      const { reportId } = await senderOf(tx, task);
      await tx.referrals.recordAgreement({ id: task.referralId, reportId, at: tx.now });
      await markAnswered(tx, task, 'agreed');
      return ENTERED;
    }
    case 'no-contact-wanted':
      return enterNoContact(tx, held);
  }
}

/**
 * A number that may not be called does not answer a question for one that may. One that is there already and one that
 * was taken out of use get the same answer: which of them it is would tell what the person said, or what a call found
 * (P7).
 */
async function enterRoute(tx: Transaction, held: Held, route: RouteInput): Promise<Entered> {
  const { ids, task, caseFile, subject } = held;
  if (route.call !== 'yes') return refuse('not-safe-to-call');
  if (subject.kind === 'unreadable') return refuse('unreadable');
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const sealer = subject.vault;
  const put = await putRoute(tx, {
    ids,
    sealer,
    caseFile,
    card,
    route,
    saidBy: 'police',
    taskId: task.id,
    first: () => markAnswered(tx, task, 'route-given'),
  });
  if (put.kind === 'refused') return refuse('unusable-number');
  return { kind: 'entered', callFromAt: await tellCallTime(tx, { task, windows: card.windows }) };
}

async function enterCrimeNumber(tx: Transaction, held: Held, reference: string): Promise<Entered> {
  const { task, caseFile, subject } = held;
  if (subject.kind === 'unreadable') return refuse('unreadable');
  const { reportId } = await senderOf(tx, task);
  const place = { recordId: reportId, kind: 'crime-reference' } as const;
  const record = { ...place, sealed: subject.vault.seal(place, { reference }) };
  await tx.safeContact.addSealed({ personId: caseFile.personId, record, at: tx.now });
  await markAnswered(tx, task, 'crime-number-given');
  return ENTERED;
}

/** From here nothing may leave for the person on any way; the desk's lead decides what happens to the case. */
async function enterNoContact(tx: Transaction, { ids, task, caseFile }: Held): Promise<Entered> {
  await markAnswered(tx, task, 'no-contact-wanted');
  if (tx.actor.kind === 'staff') await keepNoContact(tx, { ids, caseFile, takenBy: tx.actor.userId });
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const routes = card.routes.map(withoutPermissions);
  await tx.safeContact.permitRoutes({ routes, at: tx.now });
  await applyCard(tx, { caseFile, card: { ...card, routes }, event: 'decline-everything' });
  return ENTERED;
}

async function senderOf(tx: Transaction, { referralId }: PoliceTask) {
  const referral = await tx.referrals.find(referralId);
  if (referral === null) throw new Error('a task is always about a referral of the team');
  return referral;
}
