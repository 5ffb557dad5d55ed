import { standingAt, type CaseId, type FactRecord, type Instant, type PromiseFact } from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { projectFact } from './project-fact';
import { projectPathway } from './project-pathway';
import { projectReferral, unknownReferral } from './project-referral';
import { projectStrands } from './project-strands';

const SUBJECTS: readonly string[] = [
  'referral',
  'case',
  'deadline',
  'check',
  'service-request',
  'track',
  'milestone',
  'outcome',
  'track-position',
];

/** Whether the figures hear of an event at all. */
export function concernsFigures(entry: JournalEntry): entry is JournalEntry & { readonly caseId: CaseId } {
  return entry.caseId !== null && SUBJECTS.includes(entry.subject.kind);
}

/** What one journal event makes of all that the figures hold of its case. */
export function foldRecord(
  record: FactRecord | undefined,
  entry: JournalEntry & { readonly caseId: CaseId },
  now: Instant,
): FactRecord {
  const { caseId } = entry;
  const before = record ?? { referral: unknownReferral(caseId), limbs: [], pathway: [], strands: [] };
  const pathway = projectPathway(before.pathway, caseId, entry);
  return {
    referral: projectReferral(before.referral, entry),
    limbs: entry.subject.kind === 'deadline' ? foldLimb(before.limbs, entry, now) : before.limbs,
    pathway,
    strands: projectStrands(before.strands, { caseId, pathway, told: entry }),
  };
}

function foldLimb(limbs: FactRecord['limbs'], entry: JournalEntry, now: Instant): FactRecord['limbs'] {
  const held = limbs.find(({ deadlineId }) => deadlineId === entry.subject.id) ?? null;
  const fact = standing(projectFact(held, entry), now);
  return held === null ? [...limbs, fact] : limbs.map((limb) => (limb === held ? fact : limb));
}

/** A record as it stands now: time alone turns an open clock into a miss. */
export function turnedRecord(record: FactRecord, now: Instant): FactRecord {
  return { ...record, limbs: record.limbs.map((limb) => turnedLimb(limb, now)) };
}

function turnedLimb(limb: FactRecord['limbs'][number], now: Instant): FactRecord['limbs'][number] {
  return limb.turnsAt !== null && limb.turnsAt < now ? standing(limb, now) : limb;
}

function standing(fact: PromiseFact, now: Instant): FactRecord['limbs'][number] {
  return { ...fact, ...standingAt(fact, now) };
}
