import type { TeamId } from '#libs/domain';
import { EMAIL_ADDRESS, LONGEST_EMAIL } from '../../../request-reading/email-address';
import { FORM } from '../service-form.copy';
import { textOf, wrongOr, type ServicePart } from './service-part';

export const inboxPart: ServicePart = {
  single: ['team', 'email', 'phone'],
  lists: [],

  rawOf: ({ inbox: { teamId, email, phone } }) => ({
    text: { team: teamId ?? '', email: email ?? '', phone: phone ?? '' },
    ticks: {},
  }),

  read(raw, _service, { teams }) {
    const team = textOf(raw, 'team');
    const [email, phone] = [textOf(raw, 'email'), textOf(raw, 'phone')];
    const errors = [
      ...(team !== '' && !teams.some(({ value }) => value === team)
        ? [{ field: 'team', message: FORM.teamUnknown }]
        : []),
      ...(email !== '' && (!EMAIL_ADDRESS.test(email) || email.length > LONGEST_EMAIL)
        ? [{ field: 'email', message: FORM.emailWrong }]
        : []),
      ...(phone !== '' && !/^\+?[\d ]{3,20}$/.test(phone)
        ? [{ field: 'phone', message: FORM.phoneWrong }]
        : []),
    ];
    return wrongOr(errors, () => ({
      inbox: {
        teamId: team === '' ? null : (team as TeamId),
        email: email === '' ? null : email,
        phone: phone === '' ? null : phone,
      },
    }));
  },

  fields: (sheet, { teams }) => [
    ...(teams.length === 0 ? [] : [sheet.select('team', { label: FORM.team }, teams)]),
    sheet.line('email', { label: FORM.email, hint: FORM.emailHint }),
    sheet.line('phone', { label: FORM.phone, width: '20' }),
  ],
};
