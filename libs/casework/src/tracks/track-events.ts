import {
  event,
  isoOf,
  type ContactRecheck,
  type DomainEvent,
  type Instant,
  type Milestone,
  type OfficerTerm,
  type PositionEntry,
  type Track,
} from '#libs/domain';

export function trackOpened({ id, caseId, number, policeAgencyId, openedAt }: Track): DomainEvent {
  return event({
    subject: { kind: 'track', id },
    caseId,
    type: 'track.opened',
    happenedAt: openedAt,
    payload: { number, ofPolice: policeAgencyId !== null },
  });
}

/** A milestone as entered, and as a correction of another. It happened when it happened, whenever it was entered. */
export function milestoneRecorded({ caseId }: Track, milestone: Milestone): DomainEvent {
  const { id, trackId, kind, detail, happenedAt, precision, courtAt, decidedBy, toldAt } = milestone;
  const { issues, issueReason, supersedes, side } = milestone;
  return event({
    subject: { kind: 'milestone', id },
    caseId,
    type: supersedes === null ? 'milestone.recorded' : 'milestone.corrected',
    happenedAt,
    reason: issueReason,
    payload: {
      ...{
        trackId,
        kind,
        detail,
        precision,
        courtAt: maybeIso(courtAt),
        decidedBy,
        toldAt: maybeIso(toldAt),
      },
      ...{ issues, supersedes, side },
    },
  });
}

export function milestoneEnded({ caseId }: Track, milestone: Milestone, now: Instant): DomainEvent {
  const { id, trackId, kind, state, endedReason } = milestone;
  return event({
    subject: { kind: 'milestone', id },
    caseId,
    type: `milestone.${state}`,
    happenedAt: now,
    reason: endedReason,
    payload: { trackId, kind },
  });
}

export function positionRecorded({ caseId }: Track, entry: PositionEntry): DomainEvent {
  const { id, trackId, position, saidAt, reason, toldInPerson, supersedes, side } = entry;
  return event({
    subject: { kind: 'track-position', id },
    caseId,
    type: supersedes === null ? 'position.recorded' : 'position.corrected',
    happenedAt: saidAt,
    reason,
    payload: { trackId, position, toldInPerson, supersedes, side },
  });
}

export function positionEnded({ caseId }: Track, { id, trackId }: PositionEntry, now: Instant): DomainEvent {
  return event({
    subject: { kind: 'track-position', id },
    caseId,
    type: 'position.superseded',
    happenedAt: now,
    payload: { trackId },
  });
}

/** That another officer is in charge, and never which: the number stays with the track. */
export function officerTookOver({ caseId }: Track, term: OfficerTerm): DomainEvent {
  const { id, trackId, from, reason, personTold, side } = term;
  return event({
    subject: { kind: 'track-officer', id },
    caseId,
    type: 'officer.took-over',
    happenedAt: from,
    reason,
    payload: { trackId, personTold, side },
  });
}

export function recheckOpened(
  { caseId }: Track,
  opened: Pick<ContactRecheck, 'id' | 'milestoneId' | 'cause' | 'dueAt'>,
  now: Instant,
): DomainEvent {
  const { id, milestoneId, cause, dueAt } = opened;
  return event({
    subject: { kind: 'contact-recheck', id },
    caseId,
    type: 'contact-recheck.opened',
    happenedAt: now,
    payload: { milestoneId, cause, dueAt: isoOf(dueAt) },
  });
}

export function recheckSettled(
  { id, caseId, state, reason, dueAt }: ContactRecheck,
  now: Instant,
): DomainEvent {
  return event({
    subject: { kind: 'contact-recheck', id },
    caseId,
    type: `contact-recheck.${state}`,
    happenedAt: now,
    reason,
    payload: { late: now > dueAt },
  });
}

function maybeIso(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
