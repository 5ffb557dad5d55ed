import type {
  KeepDisclosureOutcome,
  MoveNoteOutcome,
  RecordTherapyMilestoneOutcome,
  WriteNoteOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import {
  DISCLOSURE_REFUSALS as PAGE_DISCLOSURE,
  MILESTONE_REFUSALS as PAGE_MILESTONE,
  MOVE_REFUSALS as PAGE_MOVE,
  NOTE_REFUSALS as PAGE_NOTE,
} from '../../../pages/notes/notes.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

const AT = { atDay: 'happenedAt' };

export const NOTE_REFUSALS: RefusalCopy<ReasonsOf<WriteNoteOutcome>> = inBody(PAGE_NOTE, {
  ...AT,
  text: 'text',
  readAgain: 'readAgain',
});
export const DISCLOSURE_REFUSALS: RefusalCopy<ReasonsOf<KeepDisclosureOutcome>> = inBody(PAGE_DISCLOSURE, {
  ...AT,
  handOver: 'handOverTo',
  agreed: 'agreedHow',
});
export const MOVE_REFUSALS: RefusalCopy<ReasonsOf<MoveNoteOutcome>> = inBody(PAGE_MOVE, { to: 'to' });
export const MILESTONE_REFUSALS: RefusalCopy<ReasonsOf<RecordTherapyMilestoneOutcome>> = inBody(
  PAGE_MILESTONE,
  { ...AT, kind: 'kind', sessions: 'sessions' },
);
