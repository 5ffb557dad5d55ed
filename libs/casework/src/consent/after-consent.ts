import {
  CHANNEL_OF,
  event,
  isContactPurpose,
  withdrawTask,
  type Channel,
  type ConsentRecord,
  type DomainEvent,
  type Instant,
  type Route,
} from '#libs/domain';
import type { CaseRecord, Transaction } from '../ports';
import { applyCard } from '../safe-contact/apply-card';
import { cancelMessagesOf } from '../person-messages/cancel-messages-of';
import { reachLinked } from '../stop-contact/reach-linked';
import { loseGround } from '../shares/lose-ground';

/**
 * Everything that an answer changes, in the transaction that records it: the journal, access of others, what is queued,
 * and the ways on which the person may be contacted. The case is locked.
 */
export async function afterConsent(
  tx: Transaction,
  { caseFile, records }: { caseFile: CaseRecord; records: readonly ConsentRecord[] },
): Promise<{ readonly closedShares: number }> {
  const [first] = records;
  if (first === undefined) return { closedShares: 0 };
  await tx.journal.append([consentEvent(records, tx.now)]);
  if (first.decision === 'given') {
    if (first.purpose === 'be-called') await noteAgreement(tx, caseFile);
    await tx.cases.save(caseFile);
    return { closedShares: 0 };
  }
  const closedShares = await loseGround(tx, { personId: caseFile.personId, closing: 'consent-withdrawn' });
  if (isContactPurpose(first.purpose)) {
    await stopChannel(tx, caseFile, CHANNEL_OF[first.purpose]);
    await reachLinked(tx, (linked) => linked.refuse(first.id));
  } else await tx.cases.save(caseFile);
  return { closedShares };
}

function consentEvent(records: readonly ConsentRecord[], now: Instant): DomainEvent {
  const [first] = records as readonly [ConsentRecord];
  const { caseId, decision, recipient, purpose, giver, basis, how, wording } = first;
  return event({
    subject: { kind: 'case', id: caseId },
    caseId,
    type: `consent.${decision}`,
    happenedAt: now,
    payload: {
      recipient,
      purpose,
      dataClasses: records.flatMap(({ dataClass }) => (dataClass === null ? [] : [dataClass])),
      giver,
      basis,
      how,
      wording,
    },
  });
}

/** Whoever agrees to be called after all has been asked: the question to the police is answered by it. */
async function noteAgreement(tx: Transaction, { id, referralId }: CaseRecord): Promise<void> {
  const referral = await tx.referrals.find(referralId);
  if (referral === null || referral.agreement === 'agreed') return;
  await tx.referrals.recordAgreement({ id: referralId, reportId: referral.reportId, at: tx.now });
  const open = await tx.policeTasks.lockOpenOf(id);
  const steps = open
    .filter(({ kind }) => kind === 'ask-agreement')
    .map((task) => withdrawTask(task, { why: 'person-reached', now: tx.now }));
  await tx.policeTasks.save(steps.map(({ task }) => task));
  await tx.journal.append(steps.flatMap(({ events }) => events));
}

/** The card says so too, so that the one gate in front of every channel refuses it from this instant (P5). */
async function stopChannel(tx: Transaction, caseFile: CaseRecord, channel: Channel): Promise<void> {
  const card = await tx.safeContact.cardOf(caseFile.personId);
  const changed = card.routes
    .filter(({ permissions }) => permissions[channel] !== 'no')
    .map((route): Route => ({ ...route, permissions: { ...route.permissions, [channel]: 'no' } }));
  for (const route of changed) await tx.safeContact.saveRoute(route);
  await cancelQueued(tx, { caseFile, channel, routes: changed });
  const ends = channel === 'call' && caseFile.closedAt === null;
  if (!ends) {
    await tx.cases.save(caseFile);
    return;
  }
  const routes = card.routes.map((route) => changed.find(({ id }) => id === route.id) ?? route);
  await applyCard(tx, { caseFile, card: { ...card, routes }, event: 'decline-everything' });
}

/** No calls is no messages at all; no texts or no e-mails ends what waits for the routes that would carry them. */
async function cancelQueued(
  tx: Transaction,
  { caseFile, channel, routes }: { caseFile: CaseRecord; channel: Channel; routes: readonly Route[] },
): Promise<void> {
  const { personId } = caseFile;
  const because = 'consent-withdrawn';
  if (channel === 'call') {
    await cancelMessagesOf(tx, { personId, because });
    return;
  }
  const carried = routes.filter(({ kind }) => (kind === 'email') === (channel === 'email'));
  for (const { id: routeId } of carried) await cancelMessagesOf(tx, { personId, because, routeId });
}
