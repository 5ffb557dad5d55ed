import type { ServiceId } from '../ids';
import type { ListedService, SupportKind } from '../directory';
import { FEWEST_FOR_LENGTHS, type ReleasedFigures, type WaitingFigures } from './waiting-figures';

/** A figure that is said, or that is left out because it might point at somebody. */
export type Shown<Value> = { readonly kind: 'said'; readonly value: Value } | { readonly kind: 'hidden' };

/** Lengths in whole milliseconds; null where nobody waits. */
export interface ShownFigures {
  readonly waiting: Shown<number>;
  readonly median: Shown<number | null>;
  readonly p90: Shown<number | null>;
  readonly longest: Shown<number | null>;
  readonly caseload: Shown<number>;
  /** How many have a worker for each full-time post; null where no posts are stated. */
  readonly perPost: Shown<number | null>;
  /** Null in what is published. */
  readonly unanswered: number | null;
  readonly room: number | null;
}

/** A list that a service keeps, or what waits at the desk for a kind of support because nobody was asked yet. */
export interface WaitingList {
  readonly listed: ListedService | null;
  readonly kind: SupportKind;
  /** Whether any service of the kind takes people onto its list. */
  readonly anyOpen: boolean;
  readonly shown: ShownFigures;
}

export interface FiguresOf<Figures> {
  readonly serviceId: ServiceId | null;
  readonly kind: SupportKind;
  readonly figures: Figures;
}

const WEEK = 7 * 24 * 60 * 60_000;
const HIDDEN = { kind: 'hidden' } as const;

/** The lists as they stand, for whoever works with them. */
export function liveLists(
  services: readonly ListedService[],
  found: readonly FiguresOf<WaitingFigures>[],
): readonly WaitingList[] {
  return listsOf(services, found, (figures, posts) => ({
    waiting: said(figures?.waiting ?? 0),
    median: said(figures?.median ?? null),
    p90: said(figures?.p90 ?? null),
    longest: said(figures?.longest ?? null),
    caseload: said(figures?.caseload ?? 0),
    perPost: said(each(figures?.caseload ?? 0, posts)),
    unanswered: figures?.unanswered ?? 0,
    room: figures?.room ?? null,
  }));
}

/**
 * The lists as they were published. A service that is not in the release had nobody. Cases for each post come from the
 * rounded count, so that they lead back to no other.
 */
export function releasedLists(
  services: readonly ListedService[],
  found: readonly FiguresOf<ReleasedFigures>[],
): readonly WaitingList[] {
  return listsOf(services, found, (figures, posts) => {
    const { waiting, caseload, median, p90, longest } = figures ?? NOBODY;
    const length = (weeks: number | null) =>
      waiting === 0 || (waiting !== null && waiting >= FEWEST_FOR_LENGTHS)
        ? said(weeks === null ? null : weeks * WEEK)
        : HIDDEN;
    return {
      waiting: shownOf(waiting),
      median: length(median),
      p90: length(p90),
      longest: length(longest),
      caseload: shownOf(caseload),
      perPost: caseload === null ? HIDDEN : said(each(caseload, posts)),
      unanswered: null,
      room: null,
    };
  });
}

const NOBODY: ReleasedFigures = { waiting: 0, median: null, p90: null, longest: null, caseload: 0 };

function listsOf<Figures>(
  services: readonly ListedService[],
  found: readonly FiguresOf<Figures>[],
  shownFrom: (figures: Figures | undefined, posts: number) => ShownFigures,
): readonly WaitingList[] {
  const ofService = new Map(found.map(({ serviceId, figures }) => [serviceId, figures]));
  const openKinds = new Set(
    services.filter(({ capacity }) => capacity?.list === 'open').map(({ service }) => service.kind),
  );
  const keeping = services.map((listed) => ({
    listed,
    kind: listed.service.kind,
    anyOpen: openKinds.has(listed.service.kind),
    shown: shownFrom(ofService.get(listed.service.id), listed.capacity?.posts ?? 0),
  }));
  const atDesk = found
    .filter(({ serviceId }) => serviceId === null)
    .map(({ kind, figures }) => ({
      listed: null,
      kind,
      anyOpen: openKinds.has(kind),
      shown: shownFrom(figures, 0),
    }));
  return [...keeping, ...atDesk];
}

function said<Value>(value: Value): Shown<Value> {
  return { kind: 'said', value };
}

function shownOf(value: number | null): Shown<number> {
  return value === null ? HIDDEN : said(value);
}

/** To one decimal, in whole tenths; null where nobody is employed for it. */
function each(caseload: number, posts: number): number | null {
  return posts <= 0 ? null : Math.round((caseload * 10) / posts) / 10;
}
