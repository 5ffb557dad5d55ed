import type { BookAppointment, ChangeAppointment, RemindOfAppointment } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { APPOINTMENT_PLACES, APPOINTMENT_REASONS, type Appointment, type AppointmentId } from '#libs/domain';
import { moment, oneOf, wholeNumber, words } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RECORD_ERRORS } from '../case-records/record.copy';
import type { MessageWay } from '../person-messages/message-ways';
import type { CaseForm } from '../support/case-form';
import {
  BOOK_FORM,
  BOOK_REFUSALS,
  CHANGE_REFUSALS,
  END_FORMS,
  MOVE_FORM,
  PLACE_WORDS,
  REASON_WORDS,
  REMIND_FORM,
  REMIND_REFUSALS,
  STEP_FORMS,
} from './appointments.copy';

/** Where, when and for how long; begins with the place and the length of an appointment that is moved. */
function detailQuestions({ care }: AreaPack, moved?: Appointment) {
  const minutes = moved === undefined ? care.appointmentMinutes : minutesOf(moved);
  return {
    place: oneOf(APPOINTMENT_PLACES, {
      legend: BOOK_FORM.place,
      words: PLACE_WORDS,
      missing: BOOK_FORM.placeMissing,
      start: moved?.place,
    }),
    words: words({
      label: BOOK_FORM.words,
      hint: BOOK_FORM.wordsHint,
      missing: null,
      tooLong: RECORD_ERRORS.tooLong,
      longest: 500,
    }),
    starts: moment({
      legend: BOOK_FORM.when,
      hint: BOOK_FORM.whenHint,
      words: BOOK_FORM.moment,
      start: 'empty',
    }),
    minutes: wholeNumber({
      label: BOOK_FORM.minutes,
      hint: BOOK_FORM.minutesHint,
      missing: BOOK_FORM.minutesMissing,
      start: () => minutes,
    }),
  };
}

const minutesOf = ({ startsAt, endsAt }: Appointment) => (endsAt - startsAt) / 60_000;

const reasonQuestion = (legend: string, missing: string) =>
  oneOf(APPOINTMENT_REASONS, { legend, words: REASON_WORDS, missing });

export function bookForm(book: BookAppointment, pack: AreaPack): CaseForm {
  return recordForm({
    ...BOOK_FORM,
    act: 'keep-appointments',
    questions: detailQuestions(pack),
    save: ({ actor, caseId }, { starts: startsAt, ...details }, { act }) =>
      book.execute(actor, { ...details, startsAt, caseId }, act),
    refusals: BOOK_REFUSALS,
  });
}

export function moveForm(change: ChangeAppointment, pack: AreaPack, moved: Appointment): CaseForm {
  return recordForm({
    ...MOVE_FORM,
    act: 'keep-appointments',
    questions: {
      reason: reasonQuestion(MOVE_FORM.reason, MOVE_FORM.reasonMissing),
      ...detailQuestions(pack, moved),
    },
    save: ({ actor }, { reason, starts: startsAt, ...details }, { act, revision }) => {
      const to = { ...details, startsAt };
      const input = {
        appointmentId: moved.id,
        revision: revision(),
        change: { kind: 'move', reason, to },
      } as const;
      return change.execute(actor, input, act);
    },
    refusals: CHANGE_REFUSALS,
  });
}

export function endForm(
  change: ChangeAppointment,
  kind: keyof typeof END_FORMS,
  appointmentId: AppointmentId,
): CaseForm {
  const form = END_FORMS[kind];
  return recordForm({
    ...form,
    act: 'keep-appointments',
    questions: { reason: reasonQuestion(form.reason, form.reasonMissing) },
    save: ({ actor }, { reason }, { act, revision }) =>
      change.execute(actor, { appointmentId, revision: revision(), change: { kind, reason } }, act),
    refusals: CHANGE_REFUSALS,
  });
}

export function stepForm(
  change: ChangeAppointment,
  kind: keyof typeof STEP_FORMS,
  appointmentId: AppointmentId,
): CaseForm {
  return recordForm({
    ...STEP_FORMS[kind],
    act: 'keep-appointments',
    questions: {},
    save: ({ actor }, _answers, { act, revision }) =>
      change.execute(actor, { appointmentId, revision: revision(), change: { kind } }, act),
    refusals: CHANGE_REFUSALS,
  });
}

export function remindForm(
  remind: RemindOfAppointment,
  ways: readonly MessageWay[],
  appointmentId: AppointmentId,
): CaseForm {
  const text = Object.fromEntries(ways.map((way) => [way.value, way.text]));
  const form = recordForm({
    ...REMIND_FORM,
    act: 'send-message',
    questions: {
      route: oneOf(
        ways.map(({ value }) => value),
        { legend: REMIND_FORM.route, words: text, missing: REMIND_FORM.routeMissing },
      ),
    },
    save: ({ actor }, { route }, { act }) => {
      const way = ways.find(({ value }) => value === route);
      if (way === undefined) throw new Error('the question answers with one of the ways');
      const { routeId, channel } = way;
      return remind.execute(actor, { appointmentId, routeId, channel }, act);
    },
    refusals: REMIND_REFUSALS,
  });
  const nothing = { title: REMIND_FORM.title, intro: [REMIND_FORM.nowhere], submit: null, fields: [] };
  return ways.length === 0 ? { ...form, open: () => nothing } : form;
}
