import type { PromiseCheckIn, RecordSamples, RecordSignpost } from '#libs/casework';
import { SAID_HOW, SIGNPOSTED, type SignpostKind } from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { momentNow, momentView } from '../typed-moments/typed-moment.page';
import { caseForm, type CaseForm } from './case-form';
import { CHECK_IN_FORM, FORM_ERRORS, SAMPLES_FORM, SIGNPOST_FORM } from './case-forms.copy';
import { CHECK_IN_REFUSALS, SAMPLES_REFUSALS, SIGNPOST_REFUSALS } from './case-forms.refusals.copy';
import { dayBlank, dayNames, dayView, readDay } from './day-fields';
import { choices } from './form-fields';
import { labelsFor } from './kind-labels';
import { SAID_HOW_WORDS, SIGNPOST_HINTS } from './support.copy';

export function samplesForm(samples: RecordSamples): CaseForm {
  const names = ['remind', 'revision', ...dayNames('taken'), ...dayNames('kept')] as const;
  return caseForm({
    act: 'record-samples',
    blank: () => ({ remind: '', revision: '', ...dayBlank('taken'), ...dayBlank('kept') }),
    read: (body) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: names });
      const taken = readDay(raw, 'taken', FORM_ERRORS.taken);
      const kept = readDay(raw, 'kept', FORM_ERRORS.kept);
      const said = raw.remind === 'yes' || raw.remind === 'no';
      const errors = [
        ...unclean,
        ...taken.errors,
        ...kept.errors,
        ...(said ? [] : [{ field: 'remind', message: FORM_ERRORS.remind }]),
      ];
      if (taken.on === null || kept.on === null || errors.length > 0)
        return { kind: 'invalid', raw, idempotencyKey, errors };
      const input = { takenOn: taken.on, keptUntil: kept.on, remind: raw.remind === 'yes' };
      return { kind: 'valid', raw, idempotencyKey, input };
    },
    view: ({ raw, errors }) => ({
      title: SAMPLES_FORM.title,
      intro: SAMPLES_FORM.intro,
      submit: SAMPLES_FORM.submit,
      fields: [
        { type: 'date', view: dayView('taken', { legend: SAMPLES_FORM.taken, hint: '', raw, errors }) },
        {
          type: 'date',
          view: dayView('kept', { legend: SAMPLES_FORM.kept, hint: SAMPLES_FORM.keptHint, raw, errors }),
        },
        {
          type: 'radios',
          name: 'remind',
          legend: SAMPLES_FORM.remind,
          hint: SAMPLES_FORM.remindHint,
          items: [
            { value: 'yes', text: SAMPLES_FORM.yes },
            { value: 'no', text: SAMPLES_FORM.no },
          ],
          value: raw.remind,
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => samples.execute(actor, { ...input, caseId }, act),
    refusals: SAMPLES_REFUSALS,
    saved: { title: 'The samples and their date are recorded', lines: [] },
  });
}

export function signpostForm(signpost: RecordSignpost): CaseForm {
  const names = { single: ['how', 'revision', ...momentNames('given')], lists: ['kinds'] } as const;
  return caseForm({
    act: 'signpost',
    blank: (context) => ({ how: '', revision: '', kinds: [], ...momentNow('given', context) }),
    read: (body, { timezone }) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, names);
      const kinds = SIGNPOSTED.filter((kind) => raw.kinds.includes(kind));
      const givenHow = SAID_HOW.find((code) => code === raw.how);
      const given = readMoment(raw, { prefix: 'given', words: FORM_ERRORS.moment, timezone });
      const errors = [
        ...unclean,
        ...(kinds.length === 0 ? [{ field: 'kinds', message: FORM_ERRORS.kinds }] : []),
        ...(givenHow === undefined ? [{ field: 'how', message: FORM_ERRORS.how }] : []),
        ...(given.kind === 'invalid' ? given.errors : []),
      ];
      if (givenHow === undefined || given.kind === 'invalid' || errors.length > 0)
        return { kind: 'invalid', raw, idempotencyKey, errors };
      return { kind: 'valid', raw, idempotencyKey, input: { kinds, givenHow, givenAt: given.at } };
    },
    view: ({ raw, errors }, { pack }) => ({
      title: SIGNPOST_FORM.title,
      intro: SIGNPOST_FORM.intro,
      submit: SIGNPOST_FORM.submit,
      fields: [
        {
          type: 'ticks',
          name: 'kinds',
          legend: SIGNPOST_FORM.kinds,
          items: choices<SignpostKind>(SIGNPOSTED, labelsFor(pack), SIGNPOST_HINTS),
          values: raw.kinds,
        },
        {
          type: 'radios',
          name: 'how',
          legend: SIGNPOST_FORM.how,
          items: choices(SAID_HOW, SAID_HOW_WORDS),
          value: raw.how,
        },
        { type: 'moment', view: momentView('given', { ...SIGNPOST_FORM.when, raw, errors }) },
      ],
    }),
    save: ({ actor, caseId }, input, act) => signpost.execute(actor, { ...input, caseId }, act),
    refusals: SIGNPOST_REFUSALS,
    saved: { title: 'What the person was told of is recorded', lines: [] },
  });
}

export function checkInForm(checkIn: PromiseCheckIn): CaseForm {
  const names = ['how', 'revision', ...dayNames('on')] as const;
  return caseForm({
    act: 'promise-check-in',
    blank: () => ({ how: '', revision: '', ...dayBlank('on') }),
    read: (body) => {
      const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: names });
      const day = readDay(raw, 'on', FORM_ERRORS.on);
      const saidHow = SAID_HOW.find((code) => code === raw.how);
      const missing = saidHow === undefined ? [{ field: 'how', message: FORM_ERRORS.how }] : [];
      const errors = [...unclean, ...day.errors, ...missing];
      if (day.on === null || saidHow === undefined || errors.length > 0)
        return { kind: 'invalid', raw, idempotencyKey, errors };
      return { kind: 'valid', raw, idempotencyKey, input: { on: day.on, saidHow } };
    },
    view: ({ raw, errors }) => ({
      title: CHECK_IN_FORM.title,
      intro: CHECK_IN_FORM.intro,
      submit: CHECK_IN_FORM.submit,
      fields: [
        {
          type: 'date',
          view: dayView('on', { legend: CHECK_IN_FORM.on, hint: CHECK_IN_FORM.onHint, raw, errors }),
        },
        {
          type: 'radios',
          name: 'how',
          legend: CHECK_IN_FORM.how,
          items: choices(SAID_HOW, SAID_HOW_WORDS),
          value: raw.how,
        },
      ],
    }),
    save: ({ actor, caseId }, input, act) => checkIn.execute(actor, { ...input, caseId }, act),
    refusals: CHECK_IN_REFUSALS,
    saved: {
      title: 'The day is kept',
      lines: ['On that day it is a task for the team. Nothing is sent by itself.'],
    },
  });
}
