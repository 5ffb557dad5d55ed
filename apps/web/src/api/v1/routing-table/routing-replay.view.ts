import { ApiProperty } from '@nestjs/swagger';
import { SUPPORT_KINDS, type PublishedReplay, type Quarter } from '#libs/domain';
import { CodeProperty, DayProperty, NumberProperty } from '../openapi/properties';

const NULLABLE = { nullable: true };

export class ReplayedKindView {
  @CodeProperty(SUPPORT_KINDS, 'Which kind of support.')
  kind: string;

  @NumberProperty('Answers that change; null for fewer than eight.', 10, NULLABLE)
  changed: number | null;
}

/** Counts to the nearest five, null for fewer than eight, so that no draft finds out about one person. */
export class RoutingReplayView {
  @DayProperty('The first day of the quarter.')
  firstOn: string;

  @DayProperty('The day after its last.')
  endOn: string;

  @NumberProperty('People that both tables were tried on.', 120, NULLABLE)
  tried: number | null;

  @NumberProperty('People who would have gone elsewhere.', 10, NULLABLE)
  elsewhere: number | null;

  @NumberProperty('Answers that name another service.', 10, NULLABLE)
  toAnotherService: number | null;

  @NumberProperty('Answers that a person would decide now.', 10, NULLABLE)
  nowDecidedByPerson: number | null;

  @NumberProperty('Answers that no person would decide any more.', 10, NULLABLE)
  noLongerDecidedByPerson: number | null;

  @NumberProperty('Answers that are new, because a rule puts them first.', 10, NULLABLE)
  newlyAnswered: number | null;

  @NumberProperty('Answers that are gone, because no rule puts them first.', 10, NULLABLE)
  noLongerAnswered: number | null;

  @NumberProperty('People newly sent to the centre first.', 10, NULLABLE)
  newlyFirst: number | null;

  @NumberProperty('People no longer sent to the centre first.', 10, NULLABLE)
  noLongerFirst: number | null;

  @ApiProperty({ type: [ReplayedKindView] })
  byKind: ReplayedKindView[];
}

export function replayView(
  { byKind, references: _none, ...counts }: PublishedReplay,
  { firstOn, endOn }: Quarter,
): RoutingReplayView {
  return { firstOn, endOn, ...counts, byKind: byKind.map(({ kind, changed }) => ({ kind, changed })) };
}
