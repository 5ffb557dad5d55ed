import { ApiProperty } from '@nestjs/swagger';
import { FIRST_CONVERSATION_IN_TIME, isoOf, promiseShare, showsReasonsApart, type Role } from '#libs/domain';
import type { LimbFigure, PromiseFigure } from '#libs/persistence';
import { InstantProperty, NumberProperty, TextProperty, YesNoProperty } from '../openapi/properties';

const TOGETHER =
  'Null for a commissioner while any of these reasons counts 1 to 7 in either limb: their total is in cancelled.';

export class LimbFigureView {
  @TextProperty('Which limb of the promise.', '1wd')
  limb: string;

  @YesNoProperty('Whether this is the limb that escalates.', true)
  binding: boolean;

  @NumberProperty('Police referrals whose report was made in the month.', 120)
  referrals: number;

  @NumberProperty('Numerator: met in time.', 100)
  met: number;

  @NumberProperty('Decided and not met.', 10)
  missed: number;

  @NumberProperty('Denominator: met and missed.', 110)
  decided: number;

  @TextProperty('Met of decided, in per cent; null when fewer than 10 are decided.', '90.9', {
    nullable: true,
  })
  percent: string | null;

  @NumberProperty('Left out: not met, and not yet due.', 9)
  stillOpen: number;

  @NumberProperty('Left out: cancelled before it was decided.', 1)
  cancelled: number;

  @NumberProperty(`Of cancelled: another body had taken the person on. ${TOGETHER}`, 1, { nullable: true })
  cancelledByRedirect: number | null;

  @NumberProperty(`Of cancelled: the person had died. ${TOGETHER}`, 0, { nullable: true })
  cancelledByDeath: number | null;

  @NumberProperty(
    `Of cancelled: another referral tells of the same report, and its case counts. ${TOGETHER}`,
    1,
    { nullable: true },
  )
  cancelledAsDuplicate: number | null;

  @NumberProperty('Of met: rest on a late entry that a second person confirmed.', 2)
  metByConfirmedLateEntry: number;

  @NumberProperty('Of met: rest on a corrected start.', 1)
  metByCorrectedStart: number;

  @NumberProperty('Of missed: in time with listed exceptions taken out. Beside the figure, never in it.', 3)
  missedButInAdjustedTime: number;

  @ApiProperty({ type: [String], example: ['sample-first-contact v1'] })
  policyVersions: readonly string[];

  @ApiProperty({ type: [String], example: ['sample-service-days v1'] })
  calendarVersions: readonly string[];
}

export class PromiseFigureView {
  @TextProperty('The definition of this figure, with its version.', 'first-conversation-in-time v1')
  measure: string;

  @TextProperty('How it is worked out, in words.', 'Those reached in time, divided by those decided.')
  formula: string;

  @TextProperty('The month.', '2026-09')
  month: string;

  @InstantProperty('The service’s time when it was counted.')
  asAt: string;

  @YesNoProperty('True until the quarter is frozen.', true)
  provisional: boolean;

  @ApiProperty({
    type: [LimbFigureView],
    description: 'Both limbs; empty when nobody was referred in the month.',
  })
  limbs: LimbFigureView[];
}

export function promiseFigureView({ monthOn, asAt, limbs }: PromiseFigure, role: Role): PromiseFigureView {
  const { id, version, formula } = FIRST_CONVERSATION_IN_TIME;
  return {
    measure: `${id} v${version}`,
    formula,
    month: monthOn.slice(0, 7),
    asAt: isoOf(asAt),
    provisional: true,
    limbs: limbs.map((limb) => limbView(limb, showsReasonsApart(role, limbs))),
  };
}

function limbView(figure: LimbFigure, apart: boolean): LimbFigureView {
  const share = promiseShare(figure);
  const shown = apart ? figure : { ...figure, ...NOT_APART };
  return { ...shown, decided: share.denominator, percent: share.kind === 'share' ? share.percent : null };
}

const NOT_APART = { cancelledByRedirect: null, cancelledByDeath: null, cancelledAsDuplicate: null };
