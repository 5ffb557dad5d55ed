import {
  event,
  ownPathwayRefusal,
  type OwnPathway,
  type PathwayRefusal,
  type StaffActor,
  type SupporterRelation,
} from '#libs/domain';
import type { Intake, SealedRecord, SubjectVault, Transaction } from '../ports';

/** How a referral opens a pathway of its own: somebody who stays anonymous, or somebody's supporter. */
export type PathwayInput =
  | { readonly kind: 'anonymous'; readonly sarcCode: string | null }
  | { readonly kind: 'supporter'; readonly relation: SupporterRelation };

/** Why this referral may not; null when it may. */
export function pathwayRefusal(
  pathway: PathwayInput,
  { person, referral, sealed }: Intake,
): PathwayRefusal | null {
  return ownPathwayRefusal({
    kind: pathway.kind,
    source: referral.source,
    band: person.ageBand,
    crimeNumberGiven: sealed.some(({ kind }) => kind === 'crime-reference'),
  });
}

/** What the referral centre calls the person, sealed in the statement that takes the referral on. */
export function sealedWithPathway(
  pathway: PathwayInput,
  { intake, sealer }: { intake: Intake; sealer: SubjectVault },
): readonly SealedRecord[] {
  if (pathway.kind !== 'anonymous' || pathway.sarcCode === null) return [];
  const place = { recordId: intake.caseFile.id, kind: 'sarc-code' } as const;
  return [{ ...place, sealed: sealer.seal(place, { code: pathway.sarcCode }) }];
}

/** Opens it before anything is marked: from the first instant nobody is compared with this person. */
export async function openPathway(
  tx: Transaction,
  asked: { actor: StaffActor; pathway: PathwayInput; intake: Intake },
): Promise<void> {
  const { actor, pathway, intake } = asked;
  const { id: caseId, personId, handlingAgencyId } = intake.caseFile;
  const opened: OwnPathway = {
    personId,
    caseId,
    handlingAgencyId,
    kind: pathway.kind,
    relation: pathway.kind === 'supporter' ? pathway.relation : null,
    openedBy: actor.userId,
    openedAt: tx.now,
    ended: null,
    endedBy: null,
    endedAt: null,
  };
  await tx.pathways.open(opened);
  await tx.journal.append([
    event({
      // Of the person: the referral centre may not read what the case's own events say, and so cannot follow them.
      subject: { kind: 'person', id: personId },
      caseId,
      type: `case.pathway-${pathway.kind}`,
      happenedAt: tx.now,
    }),
  ]);
}
