import { mayDo, type StaffActor, type Track, type TrackId } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, TrackGround, TrackPlace, Transaction, UnitOfWork } from '../ports';
import { trackOpened } from './track-events';

export interface OpenTrackInput {
  readonly place: TrackPlace;
  /** Another investigation than the one that came with the referral. The police have the one of their referral. */
  readonly another: boolean;
}

export type OpenTrackOutcome =
  { readonly kind: 'opened'; readonly trackId: TrackId } | NotFound | Refused<'case-closed' | 'too-many'>;

const MOST_TRACKS = 20;

/** Begins to follow an investigation. One that is followed already is answered with that one. */
export class OpenTrack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: OpenTrackInput, repeatable: Repeatable): Promise<Once<OpenTrackOutcome>> {
    return this.unitOfWork.once<OpenTrackOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'opened' },
      (tx) => this.open(tx, actor, input),
    );
  }

  private async open(
    tx: Transaction,
    actor: StaffActor,
    { place, another }: OpenTrackInput,
  ): Promise<OpenTrackOutcome> {
    const ground = (await mayOpen(tx, actor, place)) ? await tx.tracks.groundOf(place) : null;
    if (ground === null) return NOT_FOUND;
    const held = await tx.tracks.at(place);
    const first = held.find((track) => track.policeAgencyId === ground.policeAgencyId);
    if (!another && first !== undefined) return { kind: 'opened', trackId: first.id };
    if (ground.closed) return refuse('case-closed');
    if (ground.nextNumber > MOST_TRACKS) return refuse('too-many');
    const track = this.begin(tx, actor, { ground, another });
    if (!(await tx.tracks.insert(track))) return refuse('too-many');
    await tx.journal.append([trackOpened(track)]);
    return { kind: 'opened', trackId: track.id };
  }

  private begin(
    tx: Transaction,
    actor: StaffActor,
    begun: { readonly ground: TrackGround; readonly another: boolean },
  ): Track {
    const { caseId, personId, referralId, reference, handlingAgencyId, nextNumber: number } = begun.ground;
    const { policeAgencyId, policeTeamId } = begun.ground;
    const ofPolice = !begun.another || actor.role === 'officer';
    return {
      caseId,
      personId,
      referralId,
      reference,
      handlingAgencyId,
      policeAgencyId: ofPolice ? policeAgencyId : null,
      policeTeamId: ofPolice ? policeTeamId : null,
      id: this.ids.next<TrackId>(),
      number,
      openedBy: actor.userId,
      openedAt: tx.now,
    };
  }
}

async function mayOpen(tx: Transaction, actor: StaffActor, place: TrackPlace): Promise<boolean> {
  if (place.kind === 'referral') return mayDo(actor, 'keep-own-track');
  if (mayDo(actor, 'keep-shared-track')) return true;
  return (await findCaseFor(tx, 'keep-track', place.caseId)) !== null;
}
