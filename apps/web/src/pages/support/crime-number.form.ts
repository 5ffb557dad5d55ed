import type { CheckCrimeNumber } from '#libs/casework';
import { readFields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { caseForm, type CaseForm } from './case-form';
import { CRIME_NUMBER_FORM, FORM_ERRORS } from './case-forms.copy';
import { CRIME_NUMBER_REFUSALS } from './case-forms.refusals.copy';

const LONGEST = 100;

/** A second person types the number; what the first one wrote is never shown. */
export function crimeNumberForm(crimeNumber: CheckCrimeNumber): CaseForm {
  return caseForm({
    act: 'record-police-report',
    blank: () => ({ number: '', revision: '' }),
    read: (body) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['number', 'revision'] });
      const crimeReference = raw.number.trim();
      const errors = [
        ...unclean,
        ...(crimeReference === '' ? [{ field: 'number', message: FORM_ERRORS.number }] : []),
        ...(crimeReference.length > LONGEST ? [{ field: 'number', message: FORM_ERRORS.lineTooLong }] : []),
      ];
      if (errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
      return {
        kind: 'valid',
        raw,
        idempotencyKey,
        input: { revision: readRevision(raw.revision), crimeReference },
      };
    },
    view: ({ raw }) => ({
      title: CRIME_NUMBER_FORM.title,
      intro: CRIME_NUMBER_FORM.intro,
      submit: CRIME_NUMBER_FORM.submit,
      fields: [
        {
          type: 'line',
          name: 'number',
          label: CRIME_NUMBER_FORM.number,
          hint: CRIME_NUMBER_FORM.numberHint,
          value: raw.number,
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => crimeNumber.execute(actor, { ...input, caseId }, act),
    refusals: CRIME_NUMBER_REFUSALS,
    saved: {
      title: 'Both of you wrote the same number',
      lines: ['From now on it is compared with the numbers of other referrals.'],
    },
  });
}
