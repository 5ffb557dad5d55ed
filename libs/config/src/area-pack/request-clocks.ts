import { requestClocksFaults, type RequestClocks, type RequestClocksFault } from '#libs/domain';
import type { PackPlace } from './pack-faults';
import * as s from './shape';

const DAYS = s.number({ from: 1, whole: true });

/** `request-clocks.json`: how long each step of a request for support may take here. */
export const REQUEST_CLOCKS = s.record({
  version: s.number({ from: 1, whole: true }),
  effectiveFrom: s.day,
  chooseWithinDays: DAYS,
  sendWithinDays: DAYS,
  manageWithinDays: DAYS,
  acknowledgeWithinDays: DAYS,
  decideWithinDays: DAYS,
  decideUrgentWithinDays: DAYS,
  allocateWithinDays: DAYS,
  stillWantedEveryDays: DAYS,
  startWithinDays: DAYS,
  reviewEveryDays: DAYS,
  offerNextAfterDays: DAYS,
  landAfterDays: DAYS,
  closesAt: s.text(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 17:00'),
  source: s.text(),
});

const REMEDY: Readonly<Record<RequestClocksFault, string>> = {
  'not-whole-days': 'Write whole days from 1 to 366',
  'lands-before-offer': 'Let landAfterDays be no less than offerNextAfterDays',
  'not-a-closing-time': 'Write a time of day such as 17:00',
  'not-a-date': 'Write a day such as 2026-01-01',
  'no-source': 'Say where it was read, or that it is an assumption',
};

/** The clocks of a pack, with a fault left for everything that could not be kept. */
export function requestClocksOf(file: s.ValueOf<typeof REQUEST_CLOCKS>, at: PackPlace): RequestClocks {
  const clocks: RequestClocks = { id: 'request-clocks', ...file };
  for (const fault of requestClocksFaults(clocks)) at.fault(fault, REMEDY[fault]);
  return clocks;
}
