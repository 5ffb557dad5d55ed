import {
  sideOf,
  takeoverFault,
  type Instant,
  type OfficerRefusal,
  type OfficerTerm,
  type OfficerTermId,
  type PersonTold,
  type StaffActor,
  type TakeoverReason,
  type TrackId,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { MOST_ENTRIES } from './most-entries';
import { lockTrackFor } from './track-access';
import { officerTookOver } from './track-events';

export interface TakeoverInput {
  readonly trackId: TrackId;
  readonly officer: string;
  readonly from: Instant;
  readonly reason: TakeoverReason;
  readonly personTold: PersonTold;
}

export type HandOverTrackOutcome =
  | { readonly kind: 'handed-over'; readonly termId: OfficerTermId }
  | NotFound
  | Refused<OfficerRefusal | 'case-closed' | 'too-many'>;

/** Notes which officer is in charge from when: there is one at every instant, for the next one ends the last. */
export class HandOverTrack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { trackId, ...input }: TakeoverInput,
    repeatable: Repeatable,
  ): Promise<Once<HandOverTrackOutcome>> {
    return this.unitOfWork.once<HandOverTrackOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'handed-over' },
      async (tx) => {
        const found = await lockTrackFor(tx, actor, trackId);
        if (found === null) return NOT_FOUND;
        if (found.closed) return refuse('case-closed');
        const terms = await tx.tracks.officersOf(trackId);
        if (terms.length >= MOST_ENTRIES) return refuse('too-many');
        const fault = takeoverFault(input, { terms, now: tx.now });
        if (fault !== null) return refuse(fault);
        const term: OfficerTerm = {
          ...input,
          id: this.ids.next<OfficerTermId>(),
          trackId,
          side: sideOf(actor),
          agencyId: actor.agencyId,
          recordedBy: actor.userId,
          recordedAt: tx.now,
        };
        await tx.tracks.insertOfficer(found.track, term);
        await tx.journal.append([officerTookOver(found.track, term)]);
        return { kind: 'handed-over', termId: term.id };
      },
    );
  }
}
