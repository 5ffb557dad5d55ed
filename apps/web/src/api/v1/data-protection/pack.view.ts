import { ApiProperty } from '@nestjs/swagger';
import type { ReviewedItem } from '#libs/casework';
import { ITEM_DECISIONS, WITHHOLD_REASONS, type InformationRequest } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class FactView {
  @TextProperty('What it is.', 'Outcome')
  label: string;

  @TextProperty('What is held.', 'No answer')
  value: string;
}

/** One thing that may tell about somebody else, opened for whoever decides. */
export class PackItemView {
  @TextProperty('The item: send it back with the decision.', 'vault.person_record:sample')
  key: string;

  @TextProperty('What kind of thing it is.', 'Note')
  title: string;

  @ApiProperty({ type: [FactView], description: 'What it says.' })
  facts: FactView[];

  @CodeProperty(ITEM_DECISIONS, 'What was decided; null while nothing was.', { nullable: true })
  decision: string | null;

  @CodeProperty(WITHHOLD_REASONS, 'Why it is not given as it is.', { nullable: true })
  reason: string | null;

  @TextProperty('What they read in its place, of a reworded one.', 'A colleague rang you', { nullable: true })
  words: string | null;

  @ETagProperty()
  etag: string;
}

export class PackReviewView {
  @IdProperty('The request.')
  id: string;

  @ApiProperty({ type: [PackItemView], description: 'In the order in which they stand in the pack.' })
  items: PackItemView[];
}

export class PackItemDecidedView {
  @IdProperty('The request.')
  id: string;

  @NumberProperty('How many items nobody has decided about yet.', 1)
  left: number;
}

export function packReviewView({ id }: InformationRequest, items: readonly ReviewedItem[]): PackReviewView {
  return {
    id,
    items: items.map(({ item, title, facts, words }) => ({
      key: item.key,
      title,
      facts: facts.map(([label, value]) => ({ label, value })),
      decision: item.decision,
      reason: item.reason,
      words,
      etag: entityTag(item.revision),
    })),
  };
}

export class PackEntryView {
  @TextProperty('What it is.', 'A call that nobody answered')
  title: string;

  @TextProperty(
    'When it happened or was written down; null when that is not known.',
    '2026-09-01T16:00:00.000Z',
    {
      nullable: true,
    },
  )
  at: string | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'Pairs of a label and what is held.',
    example: [['Outcome', 'No answer']],
  })
  facts: string[][];

  @YesNoProperty('True when it was reworded because it told about somebody else.', true, { required: false })
  reworded?: boolean;
}

export class PackSectionView {
  @TextProperty('Where it comes from.', 'app.contact_attempt')
  code: string;

  @TextProperty('What it holds.', 'When we tried to reach you')
  title: string;

  @ApiProperty({ type: [PackEntryView], description: 'What is held.' })
  entries: PackEntryView[];
}

export class HeldBackView {
  @CodeProperty(WITHHOLD_REASONS, 'Why.')
  reason: string;

  @NumberProperty('How many items.', 1)
  items: number;
}

/** Everything about one person, as it is handed to them: byte for byte what the journal holds the hash of. */
export class SubjectPackView {
  @TextProperty('The reference of the request.', 'DP-4F7K-9Q2D')
  reference: string;

  @TextProperty('When it was sealed.', '2026-09-01T16:00:00.000Z')
  preparedAt: string;

  @ApiProperty({
    type: [PackSectionView],
    description: 'What somebody reads about themselves first comes first.',
  })
  sections: PackSectionView[];

  @ApiProperty({ type: [HeldBackView], description: 'What is not in it, and why.' })
  heldBack: HeldBackView[];
}
