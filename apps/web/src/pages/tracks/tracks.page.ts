import type { Instant, Track } from '#libs/domain';
import { dayInFull } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { TRACKS } from './track.copy';
import type { TracksDoor } from './track-place';

/** The investigations of one case. The police have the one that they referred. */
export function tracksPage(
  door: TracksDoor,
  tracks: readonly Track[],
  around: {
    readonly mayOpen: boolean;
    readonly notice: Notice | null;
    readonly now: Instant;
    readonly timezone: string;
  },
) {
  const { mayOpen, notice, timezone } = around;
  return {
    words: TRACKS,
    title: TRACKS.title,
    reference: door.reference,
    back: door.back,
    base: door.base,
    notice,
    tracks: tracks.map((track, index) => ({
      text: TRACKS.one(index + 1),
      href: `${door.base}/${track.id}`,
      since: TRACKS.since(dayInFull(track.openedAt, timezone)),
    })),
    start: mayOpen && tracks.length === 0,
    another: mayOpen && tracks.length > 0 && door.place.kind === 'case',
  };
}
