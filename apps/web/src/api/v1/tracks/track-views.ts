import {
  isoOf,
  mayDo,
  mayPutRight,
  measuresOf,
  nextCourtDate,
  positionOf,
  reviewLimits,
  sideOf,
  stageOfTrack,
  trialMoves,
  type Instant,
  type Milestone,
  type PositionEntry,
  type StaffActor,
  type Track,
} from '#libs/domain';
import type { TrackView } from '#libs/persistence';
import { availableOf } from '../access/available-action.view';
import type { MilestoneView, PositionView, TrackDetailView, TracksView } from './track.view';

interface Around {
  readonly actor: StaffActor;
  readonly closed: boolean;
  readonly now: Instant;
  readonly timezone: string;
}

export function tracksView(
  tracks: readonly Track[],
  { actor, path }: { readonly actor: StaffActor; readonly path: string },
): TracksView {
  return {
    tracks: tracks.map(({ id, openedAt }) => ({ trackId: id, openedAt: isoOf(openedAt) })),
    availableActions: availableOf([
      ...tracks.map(({ id }) => ({
        action: 'read-track',
        method: 'GET' as const,
        href: `/api/v1/tracks/${id}`,
        may: true,
      })),
      { action: 'open-track', method: 'POST', href: path, may: mayKeep(actor) },
    ]),
  };
}

export function trackDetailView(track: Track, view: TrackView, around: Around): TrackDetailView {
  const { actor, closed, now, timezone } = around;
  const { milestones, positions, officers, recheck } = view;
  const standing = milestones.filter(({ state }) => state === 'standing');
  const next = nextCourtDate(milestones, { now, timezone });
  const position = positionOf(positions);
  const path = `/api/v1/tracks/${track.id}`;
  const may = !closed && mayKeep(actor);
  const post = (action: string, end: string) =>
    ({ action, method: 'POST', href: `${path}/${end}`, may }) as const;
  return {
    trackId: track.id,
    closed,
    stage: stageOfTrack(milestones),
    nextCourt: next && { family: next.family, at: isoOf(next.at) },
    trialMoves: trialMoves(milestones),
    position: position && positionView(position),
    reviewUntil: reviewUntil(standing, timezone),
    measures: measuresOf(milestones).map(({ measure, standing: how }) => ({ measure, standing: how })),
    milestones: milestones.map((one) => milestoneView(one, { actor, path, may })),
    positions: positions.map(positionView),
    officers: officers.map(({ officer, from, reason, personTold }) => ({
      officer,
      from: isoOf(from),
      reason,
      personTold,
    })),
    recheck: recheck && { recheckId: recheck.id, cause: recheck.cause, dueAt: isoOf(recheck.dueAt) },
    availableActions: availableOf([
      post('record-milestone', 'milestones'),
      post('record-position', 'positions'),
      post('hand-over', 'officers'),
      {
        action: 'answer-recheck',
        method: 'POST',
        href: `/api/v1/rechecks/${recheck?.id ?? ''}/answer`,
        may: recheck !== null && mayDo(actor, 'settle-recheck'),
      },
    ]),
  };
}

function milestoneView(
  one: Milestone,
  { actor, path, may }: { readonly actor: StaffActor; readonly path: string; readonly may: boolean },
): MilestoneView {
  const mine = mayPutRight(one, { side: sideOf(actor), agencyId: actor.agencyId });
  const open = may && mine && one.state === 'standing';
  const at = `${path}/milestones/${one.id}`;
  return {
    milestoneId: one.id,
    kind: one.kind,
    detail: one.detail,
    happenedAt: isoOf(one.happenedAt),
    precision: one.precision,
    recordedAt: isoOf(one.recordedAt),
    side: one.side,
    courtAt: maybeIso(one.courtAt),
    decidedBy: one.decidedBy,
    toldAt: maybeIso(one.toldAt),
    issues: [...one.issues],
    issueReason: one.issueReason,
    state: one.state,
    supersedes: one.supersedes,
    availableActions: availableOf([
      { action: 'correct', method: 'POST', href: `${at}/correct`, may: open },
      { action: 'withdraw', method: 'POST', href: `${at}/withdraw`, may: open },
    ]),
  };
}

function positionView({
  id,
  position,
  saidAt,
  reason,
  toldInPerson,
  side,
  state,
}: PositionEntry): PositionView {
  return { positionId: id, position, saidAt: isoOf(saidAt), reason, toldInPerson, side, state };
}

/** While somebody can ask for a review and nobody has. */
function reviewUntil(standing: readonly Milestone[], timezone: string): string | null {
  const told = standing.findLast(({ kind }) => kind === 'told-of-decision');
  const asked = standing.some(({ kind }) => kind === 'review-asked');
  return told === undefined || asked ? null : reviewLimits(told.happenedAt, timezone).latestOn;
}

function mayKeep(actor: StaffActor): boolean {
  return mayDo(actor, 'keep-track') || mayDo(actor, 'keep-shared-track') || mayDo(actor, 'keep-own-track');
}

function maybeIso(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
