import type { Actor, Role } from '../access/actor';

/** Walls whose notes are words. The therapy wall has none: it holds milestones (DESIGN §9). */
export const NOTE_WALLS = ['contact', 'advocacy', 'supervision'] as const;
export type NoteWall = (typeof NOTE_WALLS)[number];

/** Every wall that something of a case is written in, each with its own schema, database role and key. */
export const RECORD_WALLS = [...NOTE_WALLS, 'therapy'] as const;
export type RecordWall = (typeof RECORD_WALLS)[number];

const READERS: Readonly<Record<RecordWall, readonly Role[]>> = {
  contact: ['first-responder', 'duty-lead', 'service-manager'],
  advocacy: ['provider-worker', 'provider-coordinator'],
  supervision: ['duty-lead', 'service-manager', 'provider-coordinator'],
  therapy: ['provider-worker', 'provider-coordinator'],
};

const WRITERS: Readonly<Record<RecordWall, readonly Role[]>> = {
  contact: ['first-responder', 'duty-lead'],
  advocacy: ['provider-worker', 'provider-coordinator'],
  supervision: ['duty-lead', 'service-manager', 'provider-coordinator'],
  therapy: ['provider-worker', 'provider-coordinator'],
};

/** Where a note of somebody's agency can belong: what they may not read there, they may still put right. */
const OF_AGENCY: Readonly<Record<'desk' | 'service', readonly NoteWall[]>> = {
  desk: ['contact', 'supervision'],
  service: ['advocacy', 'supervision'],
};

/** Whether a role reads this wall at all; whether it reads it of one case, row-level security answers. */
export function mayReadWall(actor: Actor, wall: RecordWall): boolean {
  return actor.kind === 'staff' && READERS[wall].includes(actor.role);
}

/** Whether a role writes behind this wall at all. */
export function mayWriteWall(actor: Actor, wall: RecordWall): boolean {
  return actor.kind === 'staff' && WRITERS[wall].includes(actor.role);
}

/** The walls that a role reads, in the order in which they are shown. */
export function wallsReadBy(actor: Actor): readonly RecordWall[] {
  return RECORD_WALLS.filter((wall) => mayReadWall(actor, wall));
}

/** Whoever answers for the notes of others in their agency, and may put one right that stands in the wrong wall. */
export function leadsNotes(actor: Actor): boolean {
  return (
    actor.kind === 'staff' &&
    (['duty-lead', 'service-manager', 'provider-coordinator'] as readonly Role[]).includes(actor.role)
  );
}

/** Where a note behind this wall may be moved to by this actor; none for whoever may not read it. */
export function wallsToMoveTo(actor: Actor, from: NoteWall): readonly NoteWall[] {
  if (actor.kind !== 'staff' || !mayReadWall(actor, from)) return [];
  const walls = OF_AGENCY[mayReadWall(actor, 'contact') ? 'desk' : 'service'];
  return walls.filter((wall) => wall !== from);
}
