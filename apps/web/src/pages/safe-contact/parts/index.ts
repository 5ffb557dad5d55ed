import { ADDRESS_FORM } from './address.part';
import { DATES_FORM } from './dates.part';
import { LOST_CONTACT_FORM } from './lost-contact.part';
import { CALLER_ID_FORM, WORDING_FORM } from './one-answer.part';
import type { PartForm } from './part-form';
import { THIRD_PARTY_FORM } from './third-party.part';
import { NEVER_TIMES_FORM, SAFE_TIMES_FORM } from './times.part';

/** Every part of the card that has a form of its own, by the last word of its address. */
export const PART_FORMS: ReadonlyMap<string, PartForm> = new Map([
  ['safe-times', SAFE_TIMES_FORM],
  ['never-times', NEVER_TIMES_FORM],
  ['dates', DATES_FORM],
  ['our-number', CALLER_ID_FORM],
  ['wording', WORDING_FORM],
  ['other-person', THIRD_PARTY_FORM],
  ['lost-contact', LOST_CONTACT_FORM],
  ['address', ADDRESS_FORM],
]);

export { ROUTE_FORM } from './route.part';
export type { PartContext, PartField, PartForm, PartRaw } from './part-form';
