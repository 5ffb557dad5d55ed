import type { FlagDomesticAbuse, LowerDomesticAbuse } from '#libs/casework';
import { LOWERINGS } from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { caseForm, type CaseForm } from './case-form';
import { ABUSE_FORM, FORM_ERRORS, LOWER_FORM } from './case-forms.copy';
import { ABUSE_REFUSALS, LOWER_REFUSALS } from './case-forms.refusals.copy';
import { dayBlank, dayNames, dayView, readDay } from './day-fields';
import { choices } from './form-fields';
import { LOWERING_WORDS } from './support.copy';

const LONGEST = 500;

export function abuseForm(flag: FlagDomesticAbuse): CaseForm {
  const names = ['why', 'revision', ...dayNames('review')] as const;
  return caseForm({
    act: 'flag-domestic-abuse',
    blank: () => ({ why: '', revision: '', ...dayBlank('review') }),
    read: (body) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: names });
      const why = raw.why.trim();
      const review = readDay(raw, 'review', FORM_ERRORS.review);
      const errors = [
        ...unclean,
        ...(why === '' ? [{ field: 'why', message: FORM_ERRORS.why }] : []),
        ...(why.length > LONGEST ? [{ field: 'why', message: FORM_ERRORS.tooLong }] : []),
        ...review.errors,
      ];
      if (review.on === null || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
      return { kind: 'valid', raw, idempotencyKey, input: { why, reviewOn: review.on } };
    },
    view: ({ raw, errors }) => ({
      title: ABUSE_FORM.title,
      intro: ABUSE_FORM.intro,
      submit: ABUSE_FORM.submit,
      fields: [
        { type: 'area', name: 'why', label: ABUSE_FORM.why, hint: ABUSE_FORM.whyHint, value: raw.why },
        {
          type: 'date',
          view: dayView('review', { legend: ABUSE_FORM.review, hint: ABUSE_FORM.reviewHint, raw, errors }),
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => flag.execute(actor, { ...input, caseId }, act),
    refusals: ABUSE_REFUSALS,
    saved: { title: 'Domestic abuse is flagged, and three tasks are open', lines: [] },
  });
}

export function lowerForm(lower: LowerDomesticAbuse): CaseForm {
  return caseForm({
    act: 'flag-domestic-abuse',
    blank: () => ({ lowering: '', revision: '' }),
    read: (body) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['lowering', 'revision'] });
      const revision = readRevision(raw.revision);
      const lowering = LOWERINGS.find((code) => code === raw.lowering);
      const missing = lowering === undefined ? [{ field: 'lowering', message: FORM_ERRORS.lowering }] : [];
      const errors = [...unclean, ...missing];
      if (lowering === undefined || errors.length > 0)
        return { kind: 'invalid', raw, idempotencyKey, errors };
      return { kind: 'valid', raw, idempotencyKey, input: { revision, lowering } };
    },
    view: ({ raw }) => ({
      title: LOWER_FORM.title,
      intro: LOWER_FORM.intro,
      submit: LOWER_FORM.submit,
      fields: [
        {
          type: 'radios',
          name: 'lowering',
          legend: LOWER_FORM.why,
          items: choices(LOWERINGS, LOWERING_WORDS),
          value: raw.lowering,
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => lower.execute(actor, { ...input, caseId }, act),
    refusals: LOWER_REFUSALS,
    saved: { title: 'The flag is taken down', lines: [] },
  });
}
