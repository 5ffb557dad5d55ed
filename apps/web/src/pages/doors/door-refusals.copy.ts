import type { SubmitRefusal } from '#libs/casework';
import type { RequiredAnswer } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { DOOR_ERRORS } from './door.copy';

export const REFUSALS: RefusalCopy<SubmitRefusal> = {
  'not-allowed': { sentence: '', problem: 'not-found' },
  'reported-in-the-future': { sentence: DOOR_ERRORS.receivedInTheFuture, field: 'startedDay' },
  'reported-too-early': { sentence: DOOR_ERRORS.receivedTooEarly, field: 'startedYear' },
  'born-after-report': { sentence: DOOR_ERRORS.bornAfter, field: 'age' },
  'unknown-district': { sentence: DOOR_ERRORS.district, field: 'district' },
  'calendar-ends': { sentence: DOOR_ERRORS.calendarEnds, field: 'startedDay' },
};

export const MISSING: Readonly<Record<RequiredAnswer, FieldError>> = {
  nameToAskFor: { field: 'nameToAskFor', message: DOOR_ERRORS.name },
  age: { field: 'age', message: DOOR_ERRORS.bornAfter },
  district: { field: 'district', message: DOOR_ERRORS.district },
  reportedAt: { field: 'startedDay', message: DOOR_ERRORS.receivedInTheFuture },
  agreement: { field: 'agreement', message: DOOR_ERRORS.agreement },
  safeContact: { field: 'number', message: DOOR_ERRORS.safeContact },
};
