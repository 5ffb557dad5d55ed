import { ApiProperty } from '@nestjs/swagger';
import { isoOf, SEEN_BY } from '#libs/domain';
import type { CardVersionLine } from '#libs/persistence';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const OF = ['card', 'route'];
const ROUTE_STATES = ['active', 'suspended', 'quarantined'];

/** One version of the card, or of one way on it, in codes: what was said anew, by whom and when. */
export class CardVersionView {
  @CodeProperty(OF, 'Whether the card or one way on it was said anew.')
  of: string;

  @NumberProperty('The version of that.', 2)
  version: number;

  @TextProperty('Which part of the card; null for a way on it.', 'times', { nullable: true })
  part: string | null;

  @IdProperty('Which way; null for the card.', { nullable: true })
  routeId: string | null;

  @CodeProperty(ROUTE_STATES, 'Whether the way was in use; null for the card.', { nullable: true })
  state: string | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'string', enum: ['yes', 'no', 'unknown'] },
    description: 'What was safe on the way; null for the card.',
    example: { call: 'yes', text: 'no' },
  })
  permissions: Record<string, string> | null;

  @CodesProperty(SEEN_BY, 'Who might answer it or see what comes; null for the card.', { nullable: true })
  seenBy: string[] | null;

  @IdProperty('The colleague who wrote it; null when the service did.', { nullable: true })
  by: string | null;

  @InstantProperty('When.')
  at: string;
}

export class CardVersionsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [CardVersionView], description: 'The newest first.' })
  items: CardVersionView[];
}

export function cardVersionView(line: CardVersionLine): CardVersionView {
  const { of, version, by, at } = line;
  const common = { of, version, by, at: isoOf(at) };
  if (line.of === 'card') {
    return { ...common, part: line.part, routeId: null, state: null, permissions: null, seenBy: null };
  }
  const { routeId, state, permissions, seenBy } = line;
  return { ...common, part: null, routeId, state, permissions: { ...permissions }, seenBy: [...seenBy] };
}
