import type { Milestone } from './milestone';
import { ruleOf, TRACK_STAGES, type TrackStage } from './milestone-kinds';

/** How far an investigation has come: the furthest stage of which anything stands; the report while nothing does. */
export function stageOfTrack(milestones: readonly Pick<Milestone, 'kind' | 'state'>[]): TrackStage {
  const reached = milestones
    .filter(({ state }) => state === 'standing')
    .map(({ kind }) => TRACK_STAGES.indexOf(ruleOf(kind).stage));
  return TRACK_STAGES[Math.max(0, ...reached)] ?? 'report';
}
