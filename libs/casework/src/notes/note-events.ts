import {
  event,
  type DomainEvent,
  type Note,
  type NoteWall,
  type PayloadObject,
  type TherapyMilestone,
} from '#libs/domain';

/** Of no case in the journal: whoever reads a case's history learns nothing of its notes (P7). */
export function noteEvent(
  wall: NoteWall,
  note: Pick<Note, 'id' | 'caseId' | 'happenedAt'>,
  { type, payload = {} }: { readonly type: string; readonly payload?: PayloadObject },
): DomainEvent {
  const { id, caseId, happenedAt } = note;
  const subject = { kind: `${wall}-note`, id } as const;
  return event({ subject, type, happenedAt, payload: { ...payload, caseId } });
}

export function milestoneEvent({ id, caseId, happenedAt, kind, sessions }: TherapyMilestone): DomainEvent {
  return event({
    subject: { kind: 'therapy-milestone', id },
    type: 'therapy.milestone-recorded',
    happenedAt,
    reason: kind,
    payload: { caseId, sessions },
  });
}
