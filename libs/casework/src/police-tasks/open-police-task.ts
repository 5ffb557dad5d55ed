import {
  openedEvent,
  startTask,
  tasksOfIntake,
  type CaseId,
  type Instant,
  type PoliceTask,
  type PoliceTaskId,
  type WantedTask,
} from '#libs/domain';
import type { Ids, Intake, ReferralRecord, Transaction } from '../ports';

type Sender = Pick<
  ReferralRecord,
  'id' | 'reference' | 'source' | 'referringAgencyId' | 'referringTeamId' | 'handlingAgencyId'
>;

/**
 * Asks the police team that sent a referral, in the transaction of the act that made it necessary. Null when there is
 * no such team (the desk keyed the referral itself, or it did not come from the police), or when the same question is
 * open already.
 */
export async function openPoliceTask(
  tx: Transaction,
  options: {
    ids: Ids;
    wanted: WantedTask;
    referral: Sender;
    caseId: CaseId;
    promisedBy?: Instant | null;
  },
): Promise<PoliceTask | null> {
  const { ids, wanted, referral, caseId, promisedBy = null } = options;
  const { referringAgencyId, referringTeamId, handlingAgencyId, reference } = referral;
  const outside = referral.source === 'police' && referringAgencyId !== handlingAgencyId;
  if (!outside || referringTeamId === null) return null;
  const task = startTask(
    {
      ...wanted,
      id: ids.next<PoliceTaskId>(),
      caseId,
      referralId: referral.id,
      reference,
      referringAgencyId,
      referringTeamId,
      handlingAgencyId,
    },
    { now: tx.now, promisedBy },
  );
  if (!(await tx.policeTasks.open(task))) return null;
  await tx.journal.append([openedEvent(task)]);
  return task;
}

/** Everything a referral that arrives thin leaves to ask, in the transaction that takes it on. */
export async function openIntakeTasks(
  tx: Transaction,
  { ids, intake, crimeNumberGiven }: { ids: Ids; intake: Intake; crimeNumberGiven: boolean },
): Promise<void> {
  const { referral, caseFile, routes } = intake;
  const { source, agreement, alternative, alternativeByAt } = referral;
  for (const wanted of tasksOfIntake({ source, agreement, routes, crimeNumberGiven })) {
    const promised = wanted.kind === 'find-safe-route' && alternative === 'ask-again';
    const promisedBy = promised ? alternativeByAt : null;
    await openPoliceTask(tx, { ids, wanted, referral, caseId: caseFile.id, promisedBy });
  }
}
