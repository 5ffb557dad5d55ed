import { ApiProperty } from '@nestjs/swagger';
import type { CheckRecord } from '#libs/casework';
import { isoOf, mayDecideCheck, mayDo, type StaffActor } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, ETagProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';

const KINDS = ['late-entry', 'corrected-start', 'back-dated-exception', 'exhausted'];
const STATES = ['waiting', 'confirmed', 'declined'];

/** Something that a second person must look at before it may change a figure. */
export class CheckView {
  @IdProperty('The check.')
  id: string;

  @CodeProperty(KINDS, 'What is to be looked at.')
  kind: string;

  @IdProperty('The case it is about.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @IdProperty('The attempt that was typed in late; null for a corrected start.', { nullable: true })
  attemptId: string | null;

  @InstantProperty('The start that was asked for; null for a late entry.', { nullable: true })
  correctedStartAt: string | null;

  @TextProperty('Why it was asked, as a code.', 'typed-in-after-the-deadline')
  reason: string;

  @IdProperty('Who asked. The answer must come from somebody else.')
  askedBy: string;

  @InstantProperty('When it was asked.')
  askedAt: string;

  @CodeProperty(STATES, 'Where it stands.')
  state: string;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CheckPageView {
  @ApiProperty({ type: [CheckView], description: 'Oldest first.' })
  items: CheckView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class CheckDecidedView {
  @IdProperty('The check.')
  checkId: string;

  @IdProperty('The case whose deadlines were looked at anew.')
  caseId: string;

  @CodeProperty(['confirmed', 'declined'], 'What was decided.')
  decision: string;
}

export function checkView(check: CheckRecord, actor: StaffActor): CheckView {
  const { id, kind, caseId, reference, attemptId, correctedStartAt, reason, askedBy, askedAt, state } = check;
  return {
    id,
    kind,
    caseId,
    reference,
    attemptId,
    correctedStartAt: correctedStartAt && isoOf(correctedStartAt),
    reason,
    askedBy,
    askedAt: isoOf(askedAt),
    state,
    etag: entityTag(check.revision),
    availableActions: availableOf([
      {
        action: 'read-case',
        method: 'GET',
        href: `/api/v1/cases/${caseId}`,
        may: mayDo(actor, 'open-case'),
      },
      {
        action: 'decide',
        method: 'POST',
        href: `/api/v1/checks/${id}/decision`,
        may: mayDecideCheck(actor, check).kind === 'may',
      },
    ]),
  };
}
