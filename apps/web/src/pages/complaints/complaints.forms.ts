import type { ChangeComplaint, RecordComplaint } from '#libs/casework';
import {
  COMPLAINT_ABOUT,
  COMPLAINT_FINDINGS,
  type ComplaintEvent,
  type ComplaintId,
  type UserId,
} from '#libs/domain';
import { moment, oneOf, words } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RECORD_ERRORS } from '../case-records/record.copy';
import type { NameOf } from '../colleagues/colleagues';
import type { CaseForm } from '../support/case-form';
import {
  ABOUT_WORDS,
  COMPLAINT_FORM,
  FINDING_WORDS,
  RECORD_REFUSALS,
  STEP_FORM,
  STEP_REFUSALS,
  STEP_WORDS,
} from './complaints.copy';

const NOBODY = 'nobody';

export function complaintForm(
  record: RecordComplaint,
  { workers, nameOf }: { readonly workers: readonly UserId[]; readonly nameOf: NameOf },
): CaseForm {
  const names = Object.fromEntries(workers.map((userId) => [userId as string, nameOf(userId)]));
  return recordForm({
    ...COMPLAINT_FORM,
    act: 'record-complaint',
    questions: {
      about: oneOf(COMPLAINT_ABOUT, {
        legend: COMPLAINT_FORM.about,
        words: ABOUT_WORDS,
        missing: COMPLAINT_FORM.aboutMissing,
      }),
      worker: oneOf([NOBODY, ...workers.map((userId) => userId as string)], {
        legend: COMPLAINT_FORM.worker,
        words: { ...names, [NOBODY]: COMPLAINT_FORM.nobody },
        missing: COMPLAINT_FORM.workerMissing,
        start: NOBODY,
      }),
      words: words({
        label: COMPLAINT_FORM.words,
        hint: COMPLAINT_FORM.wordsHint,
        missing: COMPLAINT_FORM.wordsMissing,
        tooLong: RECORD_ERRORS.tooLong,
        longest: 500,
      }),
      received: moment({
        legend: COMPLAINT_FORM.when,
        hint: COMPLAINT_FORM.whenHint,
        words: COMPLAINT_FORM.moment,
        start: 'now',
      }),
    },
    save: ({ actor, caseId }, { about, worker, words: said, received: receivedAt }, { act }) => {
      const aboutUserId = workers.find((userId) => userId === worker) ?? null;
      return record.execute(actor, { caseId, about, aboutUserId, words: said ?? '', receivedAt }, act);
    },
    refusals: RECORD_REFUSALS,
  });
}

export function stepForm(change: ChangeComplaint, event: ComplaintEvent, complaintId: ComplaintId): CaseForm {
  const finding = oneOf(COMPLAINT_FINDINGS, {
    legend: STEP_FORM.finding,
    words: FINDING_WORDS,
    missing: STEP_FORM.findingMissing,
  });
  const form = {
    act: 'handle-complaints',
    title: STEP_WORDS[event],
    intro: [STEP_FORM.intro[event]],
    submit: STEP_FORM.submit,
    saved: STEP_FORM.saved,
    refusals: STEP_REFUSALS,
  } as const;
  if (event === 'answer')
    return recordForm({
      ...form,
      questions: { finding },
      save: ({ actor }, answers, { act, revision }) =>
        change.execute(actor, { complaintId, revision: revision(), event, finding: answers.finding }, act),
    });
  return recordForm({
    ...form,
    questions: {},
    save: ({ actor }, _answers, { act, revision }) =>
      change.execute(actor, { complaintId, revision: revision(), event, finding: null }, act),
  });
}
