import type { CaseId, Duty, DutyAround, DutyFacts, Enhanced } from '#libs/domain';
import type { CaseRecord, CodeEntry, EnhancedGrant, Transaction } from '../ports';

/** The clock and calendar of the Code in this transaction, with whether a case has Enhanced Rights. */
export async function dutyAround(tx: Transaction, caseId: CaseId): Promise<DutyAround> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  return {
    now: tx.now,
    enhanced: enhancedFrom(await tx.duties.enhancedOf(caseId)),
    calendarId: calendar.id,
    calendarVersion: calendar.version,
    calendar: calendar.hours,
    tzdata: tx.policies.tzdata,
  };
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

/** What planning needs about a case; entries that were corrected or withdrawn no longer stand. */
export async function dutyFacts(
  tx: Transaction,
  {
    caseFile,
    entries,
    duties,
  }: {
    readonly caseFile: Pick<CaseRecord, 'id' | 'personId' | 'handlingAgencyId' | 'reference'>;
    readonly entries: readonly CodeEntry[];
    readonly duties: readonly Duty[];
  },
): Promise<DutyFacts> {
  const { id: caseId, personId, handlingAgencyId, reference } = caseFile;
  return {
    ofCase: { caseId, personId, handlingAgencyId, reference },
    versions: await tx.duties.versions(),
    events: standing(entries),
    duties,
    around: await dutyAround(tx, caseId),
    newId: () => tx.duties.newId(),
  };
}

/** What an entry is known by: its milestone, or itself. */
export function entryKey({ milestoneId, entryId }: CodeEntry): string {
  return milestoneId ?? entryId;
}

function standing(entries: readonly CodeEntry[]): DutyFacts['events'] {
  const gone = new Set<string | null>(
    entries.flatMap((entry) => (entry.withdrawn ? [entry.milestoneId] : [entry.supersedes])),
  );
  return entries
    .filter((entry) => !entry.withdrawn && !gone.has(entryKey(entry)))
    .map((entry) => ({
      id: entryKey(entry),
      trackId: entry.trackId,
      event: entry.event,
      happenedAt: entry.happenedAt,
    }));
}
