import { ApiProperty } from '@nestjs/swagger';
import { isoOf, type PayloadObject } from '#libs/domain';
import type { JournalLine } from '#libs/persistence';
import { IdProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';

/** One line of the journal: what happened, when, and when it was typed in. */
export class TimelineLineView {
  @NumberProperty('Place in the journal.', 7)
  position: number;

  @TextProperty('What it is about.', 'case')
  subjectKind: string;

  @IdProperty('Which one.')
  subjectId: string;

  @TextProperty('What happened, as a code.', 'attempt.recorded')
  type: string;

  @InstantProperty('When it happened.')
  happenedAt: string;

  @InstantProperty('When it was recorded.')
  recordedAt: string;

  @IdProperty('Who did it; null for the service itself.', { nullable: true })
  actorId: string | null;

  @TextProperty('Which part of the service did it; null for people.', 'timers', { nullable: true })
  process: string | null;

  @TextProperty('Why, as a code; null when nothing had to be said.', 'asked-to-wait', { nullable: true })
  reason: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Ids, codes and times of the event.',
    example: { outcome: 'no-answer', channel: 'call' },
  })
  details: PayloadObject;
}

export class TimelineView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [TimelineLineView], description: 'In the order in which things were recorded.' })
  items: TimelineLineView[];
}

export function timelineLineView(line: JournalLine): TimelineLineView {
  const { position, subjectKind, subjectId, type, happenedAt, recordedAt, actorId, process, reason } = line;
  return {
    position,
    subjectKind,
    subjectId,
    type,
    happenedAt: isoOf(happenedAt),
    recordedAt: isoOf(recordedAt),
    actorId,
    process,
    reason,
    details: line.payload,
  };
}
