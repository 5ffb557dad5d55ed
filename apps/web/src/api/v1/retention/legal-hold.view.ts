import { ApiProperty } from '@nestjs/swagger';
import { HOLD_REASONS, isoOf, LIFT_REASONS, mayDo, type LegalHold, type StaffActor } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
} from '../openapi/properties';

export class LegalHoldView {
  @IdProperty('The hold.')
  id: string;

  @TextProperty('The reference of the case whose record is held.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(HOLD_REASONS, 'Why it must be kept.')
  reason: string;

  @DayProperty('The first day on which it no longer stands; null until somebody lifts it.', {
    nullable: true,
  })
  untilOn: string | null;

  @IdProperty('Who set it.')
  setBy: string;

  @InstantProperty('When it was set.')
  setAt: string;

  @IdProperty('Who lifted it; null while it stands.', { nullable: true })
  liftedBy: string | null;

  @InstantProperty('When it was lifted.', { nullable: true })
  liftedAt: string | null;

  @CodeProperty(LIFT_REASONS, 'Why it was lifted.', { nullable: true })
  liftReason: string | null;

  @IdProperty(
    'The request of police or court under which information was released; null when somebody set it by hand.',
    {
      nullable: true,
    },
  )
  requestId: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OpenedLegalHoldView extends LegalHoldView {
  @TextProperty('Which court or number it is about; null when it cannot be read.', 'Sample court, ZZ000000', {
    nullable: true,
  })
  note: string | null;
}

export class LegalHoldPageView {
  @ApiProperty({ type: [LegalHoldView], description: 'The latest first.' })
  items: LegalHoldView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class LegalHoldSetView {
  @IdProperty('The hold.')
  id: string;
}

export function legalHoldView(hold: LegalHold, actor: StaffActor): LegalHoldView {
  const { id, reference, reason, untilOn, setBy, setAt, liftedBy, liftedAt, revision } = hold;
  const { liftReason, requestId } = hold;
  const path = `/api/v1/legal-holds/${id}`;
  const may = mayDo(actor, 'hold-record');
  return {
    id,
    reference,
    reason,
    untilOn,
    setBy,
    setAt: isoOf(setAt),
    liftedBy,
    liftedAt: liftedAt && isoOf(liftedAt),
    liftReason,
    requestId,
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may },
      { action: 'lift', method: 'POST', href: `${path}/lift`, may: may && liftedAt === null },
    ]),
  };
}
