import {
  BOOK_REFUSALS,
  CHANGE_REFUSALS,
  REMIND_REFUSALS,
} from '../../../pages/appointments/appointments.copy';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';

const NAMES = { startsDay: 'startsAt', minutes: 'minutes', reason: 'reason' };

/** What the pages say to each reason, with the name that its field has in a body. */
export const APPOINTMENT_REFUSALS = {
  book: { ...inBody(BOOK_REFUSALS, NAMES), unreadable: UNREADABLE },
  change: { ...inBody(CHANGE_REFUSALS, NAMES), unreadable: UNREADABLE },
  remind: inBody(REMIND_REFUSALS, { route: 'routeId' }),
} as const;
