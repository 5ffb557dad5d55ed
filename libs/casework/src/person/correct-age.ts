import {
  correctedAges,
  doubtsConsents,
  event,
  gotYounger,
  isoOf,
  kindForAge,
  localDate,
  mayDo,
  stageOf,
  type AgeBand,
  type AgeCorrectionReason,
  type AgeCorrectionRefusal,
  type AgeKnown,
  type AgesAtSteps,
  type AgencyId,
  type CaseId,
  type PersonId,
} from '#libs/domain';
import { markPerson } from '../matching/mark-person';
import { refuse, type Refused } from '../outcome';
import type { AgedPerson, Ids, Sealable, SubjectVault, Transaction, Vault } from '../ports';
import { holdWaysOfChild } from '../safe-contact/hold-ways-of-child';
import { openSafeguarding } from '../safeguarding/open-safeguarding';
import { loseGround } from '../shares/lose-ground';
import { zoneOf } from './keep-ages';

/** A birth as it turns out to be, or the age as it is said today. */
export type ToldAge =
  { readonly kind: 'born'; readonly bornOn: string } | { readonly kind: 'years'; readonly years: number };

export interface AgeCorrection {
  readonly ids: Ids;
  readonly vault: Pick<Vault, 'searchMarks'>;
  readonly sealer: SubjectVault;
  readonly personId: PersonId;
  /** The agency that looks after the person's records. */
  readonly handlingAgencyId: AgencyId;
  readonly age: ToldAge;
  readonly reason: AgeCorrectionReason;
  /** How it came out, in words; sealed with what stood there. */
  readonly words: string | null;
}

export interface AgeCorrected {
  readonly kind: 'corrected';
  /** What stood there before, in the words it was said in; null when no more than a band was known. */
  readonly before: string | null;
  readonly bands: { readonly before: AgeBand; readonly after: AgesAtSteps };
  readonly younger: boolean;
}

export type CorrectAgeRefusal = AgeCorrectionRefusal | 'unreadable';

/**
 * Puts an age right, in the transaction of whoever may: what stood there is sealed beside what stands there now, the
 * bands at each step are worked out anew, marks are made again, and what an age asks for follows: who is told of a
 * child, and whose number is held. The one function behind the desk's act and a request for rectification.
 *
 * A task that was there for the wrong age stays: a lead ends it, saying that the age was wrong.
 */
export async function correctAge(
  tx: Transaction,
  correction: AgeCorrection,
): Promise<AgeCorrected | Refused<CorrectAgeRefusal>> {
  const { personId, sealer, age } = correction;
  const person = await tx.people.lockAged(personId);
  const place = { recordId: personId, kind: 'identity' } as const;
  const identity = person?.identity ? sealer.open(place, person.identity) : null;
  if (person === null || identity === null) return refuse('unreadable');
  const { timezone } = await zoneOf(tx);
  const today = localDate(tx.now, timezone);
  const known: AgeKnown = age.kind === 'born' ? age : { ...age, saidOn: today };
  const reportedOn = localDate(person.reportedAt, timezone);
  const result = correctedAges(known, { when: person.when, reportedOn, today });
  if (result.kind === 'refused') return result;
  const { ages } = result;
  const bornOn = age.kind === 'born' ? age.bornOn : null;
  if (identity.bornOn === bornOn && person.bandAtReport === ages.atReport && person.bandNow === ages.now)
    return refuse('same-age');

  await tx.people.saveAges({ personId, ages });
  await tx.people.putIdentity({ personId, sealed: sealer.seal(place, { ...identity, bornOn }), at: tx.now });
  await keepOld(tx, { correction, before: identity.bornOn, today });
  await markAnew(tx, correction, { ...identity, bornOn });
  const younger = gotYounger(person.bandNow, ages.now);
  if (doubtsConsents({ atReport: person.bandAtReport, now: person.bandNow }, ages)) {
    await tx.people.doubtConsents({ personId, at: tx.now });
    // Whoever may not close a share leaves it to the sweep; nobody reads it from this commit on.
    await loseGround(tx, { personId, closing: 'giver-was-a-child' });
  }
  for (const caseId of await tx.people.openCasesOf(personId))
    await follow(tx, { correction, caseId, person, ages });
  return {
    kind: 'corrected',
    before: identity.bornOn,
    bands: { before: person.bandNow, after: ages },
    younger,
  };
}

async function keepOld(
  tx: Transaction,
  { correction, before, today }: { correction: AgeCorrection; before: string | null; today: string },
): Promise<void> {
  const { ids, sealer, personId, age, words } = correction;
  const at = { recordId: ids.next(), kind: 'age-correction' } as const;
  const after = age.kind === 'born' ? age.bornOn : `${age.years} years, said on ${today}`;
  const sealed = sealer.seal(at, { before, after, words });
  await tx.safeContact.addSealed({ personId, record: { ...at, sealed }, at: tx.now });
}

/** A name and a birth are marked together, so both are marked again. */
function markAnew(
  tx: Transaction,
  { vault, personId, handlingAgencyId }: AgeCorrection,
  { nameToAskFor, fullName, bornOn }: Sealable['identity'],
): Promise<void> {
  return markPerson(tx, {
    vault,
    personId,
    handlingAgencyId,
    facts: { names: fullName === null ? [nameToAskFor] : [nameToAskFor, fullName], bornOn },
    replace: ['name-pair', 'name-year', 'name-day'],
  });
}

/** On each open case: the history says it in bands, somebody is told of a child, and what is not safe is held. */
async function follow(
  tx: Transaction,
  options: { correction: AgeCorrection; caseId: CaseId; person: AgedPerson; ages: AgesAtSteps },
): Promise<void> {
  const { correction, caseId, person, ages } = options;
  const caseFile = await tx.cases.lock(caseId);
  if (caseFile === null) return;
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'person.age-corrected',
      happenedAt: tx.now,
      reason: correction.reason,
      payload: { from: person.bandNow, to: ages.now, atReport: ages.atReport, at: isoOf(tx.now) },
    }),
  ]);
  const kind = kindForAge(stageOf(ages.now));
  if (kind !== null && mayDo(tx.actor, 'raise-safeguarding')) {
    const openedBy = tx.actor.kind === 'staff' ? tx.actor.userId : null;
    await openSafeguarding(tx, { ids: correction.ids, kind, caseFile, openedBy });
  }
  const saved = await holdWaysOfChild(tx, { caseFile, band: ages.now, sealer: correction.sealer });
  if (!saved) await tx.cases.save(caseFile);
}
