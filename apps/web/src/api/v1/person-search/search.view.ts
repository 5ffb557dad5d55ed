import { ApiProperty } from '@nestjs/swagger';
import type { FoundMatch, SearchShown } from '#libs/casework';
import { AGE_BANDS, isoOf, MATCH_EVIDENCE } from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class SearchBegunView {
  @IdProperty('The search: yours alone, for half an hour.')
  id: string;
}

/** Somebody who may be the person. Being shown is recorded, with your name. */
export class FoundPersonView {
  @IdProperty('Their case.')
  caseId: string;

  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @TextProperty('The name to ask for.', 'Sample Person Quill')
  nameToAskFor: string;

  @TextProperty('The name in full; null when none other is known.', 'Sample Person Quillfeather', {
    nullable: true,
  })
  fullName: string | null;

  @CodeProperty(AGE_BANDS, 'How old they were when referred.')
  ageBand: string;

  @TextProperty('The district, as its code; null when unknown.', 'E07999999', { nullable: true })
  district: string | null;

  @InstantProperty('When the case was opened.')
  openedAt: string;

  @YesNoProperty('Whether it is open: only then it can be told of again.', true)
  open: boolean;

  @CodesProperty(MATCH_EVIDENCE, 'What speaks for or against it.')
  evidence: string[];
}

export class PersonSearchView {
  @IdProperty('The search.')
  id: string;

  @TextProperty(
    'The way in of the referral that waits for it; null when somebody is only looked up.',
    'self',
    {
      nullable: true,
    },
  )
  door: string | null;

  @InstantProperty('Until when it is kept.')
  expiresAt: string;

  @CodeProperty(['new', 'same-person'], 'What was answered; null while nothing was.', { nullable: true })
  answer: string | null;

  @IdProperty('The case that was chosen.', { nullable: true })
  chosenCaseId: string | null;

  @ApiProperty({ type: [FoundPersonView], description: 'The surest first. Nobody here is no proof.' })
  found: FoundPersonView[];

  @YesNoProperty('Whether there are more: search again with a date of birth or a number.', false)
  more: boolean;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SearchAnsweredView {
  @IdProperty('The search.')
  id: string;

  @CodeProperty(['new', 'same-person', 'same-report'], 'What was answered.')
  answer: string;

  @IdProperty('The case that was chosen; null for somebody new.', { nullable: true })
  caseId: string | null;
}

export class SearchLinkedView {
  @IdProperty('The match by which the two are linked; it can be taken back there.')
  matchId: string;
}

export function personSearchView({ search, found, more }: SearchShown): PersonSearchView {
  const { id, door, expiresAt, answer, chosenCaseId } = search;
  const path = `/api/v1/person-searches/${id}`;
  return {
    id,
    door,
    expiresAt: isoOf(expiresAt),
    answer,
    chosenCaseId,
    found: found.map(foundView),
    more,
    availableActions: availableOf([
      { action: 'answer', method: 'POST', href: `${path}/answer`, may: true },
      { action: 'link', method: 'POST', href: `${path}/link`, may: chosenCaseId !== null },
    ]),
  };
}

function foundView({ candidate, facts, evidence }: FoundMatch): FoundPersonView {
  const { caseId, reference, ageBand, district, openedAt, closedAt } = candidate;
  const [nameToAskFor = '', fullName = null] = facts.names;
  return {
    caseId,
    reference,
    nameToAskFor,
    fullName,
    ageBand,
    district,
    openedAt: isoOf(openedAt),
    open: closedAt === null,
    evidence: [...evidence],
  };
}
