import type { CaseId, Duty, DutyAround, DutyFacts, Enhanced, MilestoneProof } from '#libs/domain';
import type { CodeEntry, EnhancedGrant, Transaction } from '../ports';

/** What is known of one case: what was told of it, and what planning looks at. */
export interface CaseDuties {
  readonly entries: readonly CodeEntry[];
  /** The milestones that stand, for what they prove. */
  readonly proofs: readonly MilestoneProof[];
  readonly facts: DutyFacts;
}

/** From when somebody has Enhanced Rights: from the beginning, or by their first grant. */
export function enhancedFrom(grants: readonly EnhancedGrant[]): Enhanced {
  if (grants.length === 0) return null;
  const grantedAt = grants.map(({ grantedAt: at }) => at);
  if (grantedAt.includes(null)) return { from: null };
  return {
    from: grantedAt.reduce((first, at) => (at !== null && first !== null && at < first ? at : first)),
  };
}

/** What planning needs about one case; null where the actor does not see it. */
export async function caseDuties(tx: Transaction, caseId: CaseId): Promise<CaseDuties | null> {
  return (await dutiesOfCases(tx, [caseId])).get(caseId) ?? null;
}

/** What planning needs about cases, read for all of them at once; entries that were corrected or withdrawn no longer stand. */
export async function dutiesOfCases(
  tx: Transaction,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseDuties>> {
  const clock = await codeClock(tx);
  const versions = await tx.duties.versions();
  const entries = byCase(await tx.duties.entriesOf(caseIds));
  const duties = byCase(await tx.duties.ofCases(caseIds));
  const grants = byCase(await tx.duties.enhancedOf(caseIds));
  const cases = await tx.duties.casesOf(caseIds);
  return new Map(
    cases.map((ofCase) => {
      const told = entries.get(ofCase.caseId) ?? [];
      const facts: DutyFacts = {
        ofCase,
        versions,
        events: eventsOf(told),
        duties: duties.get(ofCase.caseId) ?? [],
        around: { ...clock, enhanced: enhancedFrom(grants.get(ofCase.caseId) ?? []) },
        newId: () => tx.duties.newId(),
      };
      return [ofCase.caseId, { entries: told, proofs: proofsOf(told), facts }];
    }),
  );
}

/** What an entry is known by: its milestone, or itself. */
export function entryKey({ milestoneId, entryId }: CodeEntry): string {
  return milestoneId ?? entryId;
}

/** What duties become by some steps. */
export function afterwards(
  duties: readonly Duty[],
  steps: readonly { readonly duty: Duty }[],
): readonly Duty[] {
  return [...new Map([...duties, ...steps.map(({ duty }) => duty)].map((duty) => [duty.id, duty])).values()];
}

/** The clock and calendar of the Code in this transaction. */
async function codeClock(tx: Transaction): Promise<Omit<DutyAround, 'enhanced'>> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  return {
    now: tx.now,
    calendarId: calendar.id,
    calendarVersion: calendar.version,
    calendar: calendar.hours,
    tzdata: tx.policies.tzdata,
  };
}

function byCase<Row extends { readonly caseId: CaseId }>(
  rows: readonly Row[],
): ReadonlyMap<CaseId, readonly Row[]> {
  const found = new Map<CaseId, Row[]>();
  for (const row of rows) {
    const before = found.get(row.caseId);
    if (before === undefined) found.set(row.caseId, [row]);
    else before.push(row);
  }
  return found;
}

function standing(entries: readonly CodeEntry[]): readonly CodeEntry[] {
  const gone = new Set<string | null>(
    entries.flatMap((entry) => (entry.withdrawn ? [entry.milestoneId] : [entry.supersedes])),
  );
  return entries.filter((entry) => !entry.withdrawn && !gone.has(entryKey(entry)));
}

function eventsOf(entries: readonly CodeEntry[]): DutyFacts['events'] {
  return standing(entries).map((entry) => ({
    id: entryKey(entry),
    trackId: entry.trackId,
    event: entry.event,
    happenedAt: entry.happenedAt,
  }));
}

function proofsOf(entries: readonly CodeEntry[]): readonly MilestoneProof[] {
  return standing(entries).flatMap(({ milestoneId, trackId, event, happenedAt, precision, recordedBy }) =>
    milestoneId === null || trackId === null || precision === null
      ? []
      : [{ id: milestoneId, trackId, event, happenedAt, precision, recordedBy }],
  );
}
