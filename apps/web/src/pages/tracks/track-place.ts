import type { TrackPlace } from '#libs/casework';
import type { StaffActor } from '#libs/domain';

/** From where somebody reads and keeps the tracks of one case: the desk, a service, or the officers who referred. */
export interface TracksDoor {
  readonly actor: StaffActor;
  readonly place: TrackPlace;
  /** The address of the list; each track is below it. */
  readonly base: string;
  readonly reference: string;
  readonly back: { readonly href: string; readonly text: string };
}
