import { ApiProperty } from '@nestjs/swagger';
import type { ConflictShown, Sealable } from '#libs/casework';
import {
  ASKED_AGAIN_BECAUSE,
  CONFLICT_KEYS,
  conflictMachine,
  isoOf,
  nextState,
  type ConflictEvent,
  type Instant,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const DECISIONS = ['not-the-same', 'separate', 'put-off'];

/** A suspect who may be somebody the service supports. References and evidence, nobody’s name. */
export class ConflictView {
  @IdProperty('The conflict.')
  id: string;

  @IdProperty('The case whose suspect it is.')
  caseId: string;

  @TextProperty('Its reference.', 'WM-4F7K-9Q2D')
  reference: string;

  @IdProperty('The case of whoever they look like.')
  otherCaseId: string;

  @TextProperty('Its reference.', 'WM-7M3P-2H8X')
  otherReference: string;

  @CodesProperty(CONFLICT_KEYS, 'What agrees.')
  shared: string[];

  @CodeProperty(Object.keys(conflictMachine.transitions), 'Where it stands.')
  state: string;

  @InstantProperty('When it was found.')
  foundAt: string;

  @InstantProperty('By when it is decided; null once it is.', { nullable: true })
  decideByAt: string | null;

  @YesNoProperty('Whether that has passed.', false)
  overdue: boolean;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ConflictsView {
  @ApiProperty({
    type: [ConflictView],
    description: 'What waits for a duty lead first, then what was decided lately.',
  })
  items: ConflictView[];
}

export class OpenedConflictView extends ConflictView {
  @YesNoProperty('False when the key of the suspect is gone or out of reach.', true)
  readable: boolean;

  @ApiProperty({
    type: [String],
    description: 'The names that were recorded.',
    example: ['Sample Suspect Shrike'],
  })
  suspectNames: string[];

  @DayProperty('Their date of birth; null when nobody knows it.', { nullable: true })
  suspectBornOn: string | null;
}

export class ConflictDecidedView {
  @IdProperty('The conflict.')
  id: string;

  @CodeProperty(DECISIONS, 'What was decided.')
  decision: string;
}

export class ConflictAskedView {
  @IdProperty('The conflict.')
  id: string;

  @CodeProperty(ASKED_AGAIN_BECAUSE, 'Why it is held anew.')
  reason: string;
}

export class SuspectRecordedView {
  @IdProperty('The case. Nothing is said about whether anybody is known.')
  caseId: string;
}

export function conflictView({ conflict, one, other }: ConflictShown, now: Instant): ConflictView {
  const { id, shared, state, foundAt, nextDueAt, revision } = conflict;
  const path = `/api/v1/conflicts/${id}`;
  const may = (event: ConflictEvent) => nextState(conflictMachine, { state, event }) !== null;
  return {
    id,
    caseId: one.caseId,
    reference: one.reference,
    otherCaseId: other.caseId,
    otherReference: other.reference,
    shared: [...shared],
    state,
    foundAt: isoOf(foundAt),
    decideByAt: nextDueAt && isoOf(nextDueAt),
    overdue: nextDueAt !== null && now > nextDueAt,
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: true },
      { action: 'decide', method: 'POST', href: `${path}/decision`, may: may('separate') },
      { action: 'ask-again', method: 'POST', href: `${path}/ask-again`, may: may('ask-again') },
    ]),
  };
}

export function openedConflictView(
  shown: ConflictShown & { readonly suspect: Sealable['suspect'] | null },
  now: Instant,
): OpenedConflictView {
  const { suspect } = shown;
  return {
    ...conflictView(shown, now),
    readable: suspect !== null,
    suspectNames: [...(suspect?.names ?? [])],
    suspectBornOn: suspect?.bornOn ?? null,
  };
}
