import type { AddPlanTask } from '#libs/casework';
import { PLAN_TASK_MATTERS } from '#libs/domain';
import { moment, oneOf, words } from '../case-records/field-kinds';
import { recordForm } from '../case-records/record-form';
import { RECORD_ERRORS } from '../case-records/record.copy';
import type { CaseForm, FormContext } from './case-form';
import { PLAN_TASK_FORM } from './case-forms.copy';
import { PLAN_TASK_REFUSALS } from './case-forms.refusals.copy';
import { MATTER_WORDS } from './support.copy';

const OWNERS = ['me', 'case-owner', 'team'] as const;

export function planTaskForm(add: AddPlanTask): CaseForm<FormContext> {
  return recordForm({
    ...PLAN_TASK_FORM,
    act: 'add-plan-task',
    questions: {
      matter: oneOf(PLAN_TASK_MATTERS, {
        legend: PLAN_TASK_FORM.matter,
        words: MATTER_WORDS,
        missing: PLAN_TASK_FORM.matterMissing,
      }),
      words: words({
        label: PLAN_TASK_FORM.words,
        hint: PLAN_TASK_FORM.wordsHint,
        missing: null,
        tooLong: RECORD_ERRORS.tooLong,
        longest: 500,
      }),
      due: moment({
        legend: PLAN_TASK_FORM.due,
        hint: PLAN_TASK_FORM.dueHint,
        words: PLAN_TASK_FORM.moment,
        start: 'empty',
      }),
      owner: oneOf(OWNERS, {
        legend: PLAN_TASK_FORM.owner,
        words: PLAN_TASK_FORM.owners,
        missing: PLAN_TASK_FORM.ownerMissing,
      }),
    },
    save: ({ actor, caseId, summary }: FormContext, { owner, due: dueAt, ...task }, { act }) => {
      const owners = { me: actor.userId, 'case-owner': summary.ownerUserId, team: null };
      return add.execute(actor, { ...task, caseId, dueAt, ownerUserId: owners[owner] }, act);
    },
    refusals: PLAN_TASK_REFUSALS,
  });
}
