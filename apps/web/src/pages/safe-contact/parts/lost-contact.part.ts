import { LOST_CONTACT_VIAS, PERMISSIONS } from '#libs/domain';
import { LOST_CONTACT } from './part.copy';
import { choicesOf, codeIn, invalid, textOf, type PartForm } from './part-form';

const MOST_DAYS = 365;

/** Days and way count only for a yes: a no needs neither, and keeps none. */
export const LOST_CONTACT_FORM: PartForm = {
  title: LOST_CONTACT.title,
  intro: LOST_CONTACT.intro,
  single: ['policeCheck', 'afterDays', 'via'],
  refusedAt: 'via',
  fields: () => [
    {
      kind: 'choice',
      name: 'policeCheck',
      label: LOST_CONTACT.check,
      hint: LOST_CONTACT.checkHint,
      items: choicesOf(LOST_CONTACT.checks),
    },
    {
      kind: 'text',
      name: 'afterDays',
      label: LOST_CONTACT.days,
      hint: LOST_CONTACT.daysHint,
      classes: 'govuk-input--width-3',
      numeric: true,
    },
    { kind: 'choice', name: 'via', label: LOST_CONTACT.via, items: choicesOf(LOST_CONTACT.vias) },
  ],
  opening: ({ card: { lostContact } }) => ({
    policeCheck: lostContact.policeCheck,
    afterDays: lostContact.afterDays === null ? '' : String(lostContact.afterDays),
    via: lostContact.via ?? '',
  }),
  read: (raw) => {
    const policeCheck = codeIn(raw, 'policeCheck', PERMISSIONS);
    if (policeCheck === undefined) return invalid(['policeCheck', LOST_CONTACT.errors.check]);
    if (policeCheck !== 'yes') {
      return {
        kind: 'valid',
        change: { part: 'lost-contact', lostContact: { policeCheck, afterDays: null, via: null } },
      };
    }
    const typed = textOf(raw, 'afterDays');
    const afterDays = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    const via = codeIn(raw, 'via', LOST_CONTACT_VIAS);
    const errors = [
      ...(afterDays < 1 || afterDays > MOST_DAYS ? [['afterDays', LOST_CONTACT.errors.days] as const] : []),
      ...(via === undefined ? [['via', LOST_CONTACT.errors.via] as const] : []),
    ];
    if (via === undefined || errors.length > 0) return invalid(...errors);
    return { kind: 'valid', change: { part: 'lost-contact', lostContact: { policeCheck, afterDays, via } } };
  },
};
