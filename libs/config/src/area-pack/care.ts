import { careFaults, type CareFault, type CareSettings } from '#libs/domain';
import type { PackPlace } from './pack-faults';
import * as s from './shape';

const COUNT = s.number({ from: 1, whole: true });

/** `care.json`: reviews, risks, outcomes, appointments and complaints, in the numbers of the area. */
export const CARE = s.record({
  version: COUNT,
  source: s.text(),
  urgentWithinMinutes: COUNT,
  riskReviewWithinDays: COUNT,
  reviewEveryWeeks: COUNT,
  reviewLatestWeeks: COUNT,
  outcomeScale: s.record({
    lowest: s.number({ from: 0, whole: true }),
    highest: s.number({ from: 1, whole: true }),
  }),
  outcomeWords: s.record({
    'able-to-cope': s.text(),
    'able-to-say-needs': s.text(),
    'feels-safer': s.text(),
  }),
  appointmentMinutes: COUNT,
  complaintAcknowledgeWithinDays: COUNT,
  complaintReplyWithinDays: COUNT,
});

const REMEDY: Readonly<Record<CareFault, string>> = {
  'version-not-whole': 'Write a whole number from 1 on',
  'no-source': 'Say where it was read, or that it is an assumption',
  'minutes-not-whole':
    'Write whole minutes: 1 to 1440 for urgentWithinMinutes, 5 to 720 for appointmentMinutes',
  'days-not-whole': 'Write whole days: at most 366, and at most 60 until a complaint is acknowledged',
  'weeks-not-whole': 'Write whole weeks from 1 to 104',
  'latest-before-usual': 'Let reviewLatestWeeks be no less than reviewEveryWeeks',
  'scale-upside-down': 'Let outcomeScale.lowest be less than outcomeScale.highest',
  'scale-too-wide': 'Let the scale have eleven points or fewer',
  'measure-without-words': 'Give each measure words of 120 characters or fewer',
  'answer-before-acknowledgement':
    'Let complaintReplyWithinDays be no less than complaintAcknowledgeWithinDays',
};

/** The settings of a pack, with a fault left for everything that could not be kept. */
export function careOf(file: s.ValueOf<typeof CARE>, at: PackPlace): CareSettings {
  for (const fault of careFaults(file)) at.fault(fault, REMEDY[fault]);
  return file;
}
