import type { OfferTransfer, RecordPoliceReport } from '#libs/casework';
import { SAID_HOW } from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { caseForm, type CaseForm, type FormContext } from './case-form';
import { FORM_ERRORS, POLICE_FORM, TRANSFER_FORM } from './case-forms.copy';
import { POLICE_REFUSALS, TRANSFER_REFUSALS } from './case-forms.refusals.copy';
import { dayBlank, dayNames, dayView, readDay } from './day-fields';
import { choices } from './form-fields';
import { SAID_HOW_WORDS } from './support.copy';

const LONGEST = 100;

export function transferForm(transfer: OfferTransfer): CaseForm {
  return caseForm({
    act: 'transfer-case',
    blank: () => ({ to: '', how: '', revision: '' }),
    read: (body) => {
      const {
        raw,
        errors: unclean,
        idempotencyKey,
      } = readFields(body, { single: ['to', 'how', 'revision'] });
      const revision = readRevision(raw.revision);
      const to = raw.to.trim();
      const agreedHow = SAID_HOW.find((code) => code === raw.how);
      const errors = [
        ...unclean,
        ...(to === '' ? [{ field: 'to', message: FORM_ERRORS.to }] : []),
        ...(to.length > LONGEST ? [{ field: 'to', message: FORM_ERRORS.lineTooLong }] : []),
        ...(agreedHow === undefined ? [{ field: 'how', message: FORM_ERRORS.how }] : []),
      ];
      if (agreedHow === undefined || errors.length > 0)
        return { kind: 'invalid', raw, idempotencyKey, errors };
      return { kind: 'valid', raw, idempotencyKey, input: { revision, to, agreedHow } };
    },
    view: ({ raw }) => ({
      title: TRANSFER_FORM.title,
      intro: TRANSFER_FORM.intro,
      submit: TRANSFER_FORM.submit,
      fields: [
        { type: 'line', name: 'to', label: TRANSFER_FORM.to, hint: TRANSFER_FORM.toHint, value: raw.to },
        {
          type: 'radios',
          name: 'how',
          legend: TRANSFER_FORM.how,
          items: choices(SAID_HOW, SAID_HOW_WORDS),
          value: raw.how,
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => transfer.execute(actor, { ...input, caseId }, act),
    refusals: TRANSFER_REFUSALS,
    saved: {
      title: 'The hand-over has begun',
      lines: ['The case and its clocks stay ours until they have said that they have the person.'],
    },
  });
}

export function policeForm(police: RecordPoliceReport): CaseForm<FormContext> {
  const names = ['agency', 'number', 'by', 'revision', ...dayNames('reported')] as const;
  return caseForm({
    act: 'record-police-report',
    blank: (context) => ({
      agency: context.police.length === 1 ? (context.police[0]?.id ?? '') : '',
      number: '',
      by: '',
      revision: '',
      ...dayBlank('reported'),
    }),
    read: (body, context) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: names });
      const revision = readRevision(raw.revision);
      const agency = context.police.find(({ id }) => id === raw.agency);
      const reported = readDay(raw, 'reported', FORM_ERRORS.reported);
      const crimeReference = raw.number.trim();
      const errors = [
        ...unclean,
        ...(agency === undefined ? [{ field: 'agency', message: FORM_ERRORS.agency }] : []),
        ...reported.errors,
        ...(crimeReference === '' ? [{ field: 'number', message: FORM_ERRORS.number }] : []),
        ...(crimeReference.length > LONGEST ? [{ field: 'number', message: FORM_ERRORS.lineTooLong }] : []),
        ...(raw.by === 'self' ? [] : [{ field: 'by', message: FORM_ERRORS.self }]),
      ];
      if (agency === undefined || reported.on === null || errors.length > 0)
        return { kind: 'invalid', raw, idempotencyKey, errors };
      const input = { revision, policeAgencyId: agency.id, reportedOn: reported.on, crimeReference };
      return { kind: 'valid', raw, idempotencyKey, input };
    },
    view: ({ raw, errors }, context) => ({
      title: POLICE_FORM.title,
      intro: POLICE_FORM.intro,
      submit: POLICE_FORM.submit,
      fields: [
        {
          type: 'radios',
          name: 'by',
          legend: POLICE_FORM.by,
          items: [{ value: 'self', text: POLICE_FORM.self, hint: POLICE_FORM.selfHint }],
          value: raw.by,
        },
        {
          type: 'radios',
          name: 'agency',
          legend: POLICE_FORM.agency,
          items: context.police.map(({ id, name }) => ({ value: id, text: name })),
          value: raw.agency,
        },
        { type: 'date', view: dayView('reported', { legend: POLICE_FORM.on, hint: '', raw, errors }) },
        {
          type: 'line',
          name: 'number',
          label: POLICE_FORM.number,
          hint: POLICE_FORM.numberHint,
          value: raw.number,
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => police.execute(actor, { ...input, caseId }, act),
    refusals: POLICE_REFUSALS,
    saved: {
      title: 'The report to the police is recorded',
      lines: ['Nothing went to the police from here.'],
    },
  });
}
