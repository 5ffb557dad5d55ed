import { ApiProperty } from '@nestjs/swagger';
import {
  classesWithGround,
  DATA_CLASSES,
  isoOf,
  mayDo,
  SHARE_CLOSINGS,
  SHARE_PURPOSES,
  type Instant,
  type Share,
  type StaffActor,
} from '#libs/domain';
import type { CaseConsent } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const STATES = ['proposed', 'open', 'closed'];

/** How often the other service has looked at something, and when last. */
export class SeenView {
  @TextProperty('What was seen, as a code.', 'identity')
  what: string;

  @NumberProperty('By how many people.', 1)
  people: number;

  @NumberProperty('How often.', 3)
  times: number;

  @InstantProperty('When last.')
  lastAt: string;
}

/** What another service reads of a case, or would. */
export class CaseShareView {
  @IdProperty('The share.')
  id: string;

  @IdProperty('The service.')
  agencyId: string;

  @CodeProperty(SHARE_PURPOSES, 'What for.')
  purpose: string;

  @CodesProperty(DATA_CLASSES, 'What they would see.')
  dataClasses: string[];

  @CodesProperty(DATA_CLASSES, 'What of it nobody has agreed to right now: it is not shown.')
  withoutGround: string[];

  @CodeProperty(STATES, 'Where it stands; nothing is read before it is open.')
  state: string;

  @InstantProperty('When it was proposed.')
  proposedAt: string;

  @InstantProperty('When it was opened.', { nullable: true })
  openedAt: string | null;

  @InstantProperty('When it was closed.', { nullable: true })
  closedAt: string | null;

  @CodeProperty(SHARE_CLOSINGS, 'Why it was closed.', { nullable: true })
  closing: string | null;

  @ApiProperty({ type: [SeenView], description: 'What that service has looked at on this case.' })
  seen: SeenView[];

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CaseSharesView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [CaseShareView], description: 'The newest first.' })
  items: CaseShareView[];
}

export class ShareKeptView {
  @IdProperty('The share.')
  shareId: string;

  @IdProperty('The case.')
  caseId: string;
}

export function caseShareView(
  share: Share,
  { consent, actor, now }: { consent: CaseConsent; actor: StaffActor; now: Instant },
): CaseShareView {
  const { id, agencyId, purpose, dataClasses, state, proposedAt, openedAt, closedAt, closing } = share;
  const { ledger, overrides, seen } = consent;
  const grounded = classesWithGround(share, { ledger, overrides, now });
  const missing = dataClasses.filter((dataClass) => !grounded.includes(dataClass));
  const may = mayDo(actor, 'propose-share');
  const path = `/api/v1/shares/${id}`;
  return {
    id,
    agencyId,
    purpose,
    dataClasses: [...dataClasses],
    withoutGround: state === 'closed' ? [] : missing,
    state,
    proposedAt: isoOf(proposedAt),
    openedAt: openedAt && isoOf(openedAt),
    closedAt: closedAt && isoOf(closedAt),
    closing,
    seen: seen
      .filter((one) => one.agencyId === agencyId)
      .map(({ what, people, times, lastAt }) => ({ what, people, times, lastAt: isoOf(lastAt) })),
    etag: entityTag(share.revision),
    availableActions: availableOf([
      {
        action: 'open',
        method: 'POST',
        href: `${path}/open`,
        may: may && state === 'proposed' && missing.length === 0,
      },
      { action: 'close', method: 'POST', href: `${path}/close`, may: may && state !== 'closed' },
    ]),
  };
}
