import type { DeadlineState, Limb, SegmentReason } from '#libs/domain';
import { clockFace } from '../promise-words/clock-face';

export const DEADLINE_STATE_WORDS: Readonly<Record<DeadlineState, string>> = {
  running: 'Running',
  met: 'Kept',
  breached: 'Passed, and still to do',
  'done-late': 'Spoken with after the deadline',
  'met-on-confirmation': 'Kept, by a late entry that a colleague confirmed',
  'met-on-correction': 'Kept, after the start was corrected',
  cancelled: 'No longer running',
};

const SEGMENT_WORDS: Readonly<Record<Exclude<SegmentReason, 'working-day'>, string>> = {
  counted: 'Counted',
  'closed-hours': 'Not counted: outside opening hours',
  'closed-period': 'Not counted: taken out by name',
  'non-working-day': 'Not counted: not a working day',
  holiday: 'Not counted: bank holiday',
  'date-closed': 'Not counted: closed that day',
  'day-of-start': 'Not counted: the day of the report itself',
};

export function segmentWords(reason: SegmentReason, workingDay: number | undefined): string {
  return reason === 'working-day' ? `Working day ${workingDay ?? ''}`.trim() : SEGMENT_WORDS[reason];
}

/** The rule of a limb in one sentence. */
export function ruleWords(limb: Limb): string {
  if (limb.kind === 'elapsed') {
    return `${limb.seconds / 3_600} hours after the report, nights, weekends and bank holidays included.`;
  }
  const days = limb.days === 1 ? 'the next working day' : `working day ${limb.days}`;
  switch (limb.reading) {
    case 'A':
      return `Close of service, ${clockFace(limb.closesAt)}, on ${days} after the day of the report.`;
    case 'B':
      return `${limb.days * 8} hours of opening time after the report.`;
    case 'C':
      return `Close of service, ${clockFace(limb.closesAt)}, on ${days}; a report outside opening hours counts from the next opening.`;
  }
}

export const VERSION_REASONS: Readonly<Record<string, string>> = {
  'corrected-start': 'The start was corrected and a second person confirmed it.',
  'holiday-proclaimed':
    'A bank holiday was added after the clock had started, and a second person approved it.',
  started: 'Set when the referral was logged.',
};
