import type { PromisePreview } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import { DRAFT_STEPS, type DraftContents, type DraftId, type DraftStep } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import type { LimbNameOf } from '../promise-words/limb-words';
import { answerInWords } from './answer-words';
import type { StepContext } from './check-steps';
import type { Prompt } from './draft-prompts';
import { ANSWER_NAMES, CHECK_PAGE, STEP_HEADINGS } from './draft.copy';
import { rawOf, STEP_FIELDS } from './step-fields';

/** Shown only when they were answered, or when they stand in for something that was not. */
const ONLY_WHEN_GIVEN = new Set([
  'fullName',
  'worksFor',
  'alternative',
  'askAgainDay',
  'email',
  'sayIfOtherAnswers',
  'codeWord',
  'whose',
  'lateReason',
  'sendAnyway',
  'sendAnywayWhy',
]);

export interface CheckView {
  readonly draft: { readonly id: DraftId; readonly revision: number };
  readonly contents: DraftContents;
  readonly preview: PromisePreview;
  readonly prompts: readonly Prompt[];
  readonly errors: readonly FieldError[];
}

export function checkPage(
  { draft, contents, preview, prompts, errors }: CheckView,
  { pack, context, limbName }: { pack: AreaPack; context: StepContext; limbName: LimbNameOf },
) {
  const path = `/referrals/drafts/${draft.id}`;
  const { timezone } = context;
  const times = { now: context.now, timezone };
  return {
    ...CHECK_PAGE,
    errors,
    prompts,
    action: `${path}/check`,
    revision: draft.revision,
    backHref: `${path}/agreement`,
    deleteHref: `${path}/delete`,
    coverHref: `/cover?back=${path}/check`,
    limbs:
      preview.kind === 'refused'
        ? []
        : preview.limbs.map(({ limb, binding, dueAt }) => ({
            text: `${limbName(limb)}: ${momentInWords(dueAt, times)}${dueAt < context.now ? ', which has passed' : ''}`,
            binding,
          })),
    groups: DRAFT_STEPS.map((step) => ({
      title: STEP_HEADINGS[step],
      rows: rowsOf(step, contents, { pack, context }).map((row) => ({
        ...row,
        href: `${path}/${step}?after=check#${row.field}`,
      })),
    })),
  };
}

function rowsOf(
  step: DraftStep,
  contents: DraftContents,
  around: { pack: AreaPack; context: StepContext },
): readonly { readonly field: string; readonly label: string; readonly value: string }[] {
  const raw = rawOf(step, contents[step]?.answers ?? {});
  const { single, lists } = STEP_FIELDS[step];
  const answered = contents[step]?.answers;
  const fields: readonly string[] = [...single, ...lists];
  return Object.keys(ANSWER_NAMES)
    .filter((field) => fields.includes(field))
    .map((field) => ({
      field,
      label: ANSWER_NAMES[field] ?? field,
      value: answerInWords(field, raw, around),
    }))
    .filter(({ field, value }) => {
      if (field === 'also') return (answered?.['number'] ?? '') !== '';
      return !ONLY_WHEN_GIVEN.has(field) || value !== CHECK_PAGE.notGiven;
    });
}
