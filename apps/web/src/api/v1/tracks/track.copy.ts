import type {
  HandOverTrackOutcome,
  KeepMilestoneOutcome,
  OpenTrackOutcome,
  RecordPositionOutcome,
  SettleRecheckOutcome,
  WithdrawMilestoneOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import {
  MILESTONE_REFUSALS as PAGE_MILESTONE,
  OFFICER_REFUSALS as PAGE_OFFICER,
  OPEN_REFUSALS as PAGE_OPEN,
  POSITION_REFUSALS as PAGE_POSITION,
  RECHECK_REFUSALS as PAGE_RECHECK,
} from '../../../pages/tracks/track.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

const MILESTONE_FIELDS = {
  atDay: 'happenedAt',
  atYear: 'happenedAt',
  detail: 'detail',
  courtDay: 'courtAt',
  decidedBy: 'decidedBy',
  toldDay: 'toldAt',
};

export const OPEN_REFUSALS: RefusalCopy<ReasonsOf<OpenTrackOutcome>> = inBody(PAGE_OPEN, {});
export const MILESTONE_REFUSALS: RefusalCopy<ReasonsOf<KeepMilestoneOutcome>> = inBody(
  PAGE_MILESTONE,
  MILESTONE_FIELDS,
);
export const WITHDRAW_REFUSALS: RefusalCopy<ReasonsOf<WithdrawMilestoneOutcome>> = inBody(PAGE_MILESTONE, {});
export const POSITION_REFUSALS: RefusalCopy<ReasonsOf<RecordPositionOutcome>> = inBody(PAGE_POSITION, {
  saidDay: 'saidAt',
  position: 'position',
});
export const OFFICER_REFUSALS: RefusalCopy<ReasonsOf<HandOverTrackOutcome>> = inBody(PAGE_OFFICER, {
  fromDay: 'from',
  officer: 'officer',
});
export const RECHECK_REFUSALS: RefusalCopy<ReasonsOf<SettleRecheckOutcome>> = inBody(PAGE_RECHECK, {
  reason: 'notNeededBecause',
});
