import {
  DANGERS,
  DRAFT_STEPS,
  LANGUAGE_NEEDS,
  LEGAL_BASIS_CODES,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  reportIsLate,
  SAFE_TIMES,
  SUSPECT_ACCESS,
  WHEN_BANDS,
  WORKPLACES,
  localDate,
  type DraftId,
  type DraftStep,
  type Instant,
} from '#libs/domain';
import { districtsOn, type AreaPack } from '#libs/config';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { LEGAL_BASIS_WORDS } from '../consent/override.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import * as words from '../referrals/referral-codes.copy';
import { momentView, type MomentView } from '../typed-moments/typed-moment.page';
import { readMoment } from '../typed-moments/typed-moment';
import type { Prompt } from './draft-prompts';
import type { StepRaw } from './step-fields';
import {
  AGREEMENT_CHOICES,
  ALTERNATIVE_CHOICES,
  ASK_AGAIN,
  CHANGED_ELSEWHERE,
  LATE_REASON_WORDS,
  REPORTED,
  SEND_ANYWAY,
  STEP_FRAME,
  STEP_WORDS,
  WORKS_FOR,
} from './step.copy';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

export interface StepView<Step extends DraftStep> {
  readonly step: Step;
  readonly raw: StepRaw[Step];
  readonly errors: readonly FieldError[];
  /** Null before the first step has been saved. */
  readonly draft: { readonly id: DraftId; readonly expiresAt: Instant } | null;
  readonly revision: number;
  readonly after: 'check' | 'next';
  readonly idempotencyKey?: string;
  readonly prompts: readonly Prompt[];
  /** What another window changed meanwhile, in words. */
  readonly changed: readonly { readonly label: string; readonly saved: string }[] | null;
}

export function stepPage<Step extends DraftStep>(
  view: StepView<Step>,
  { pack, now }: { pack: AreaPack; now: Instant },
) {
  const { step, draft, errors, raw, after } = view;
  const { timezone } = pack;
  const wrong = wrongFields(errors);
  return {
    ...STEP_FRAME,
    ...STEP_WORDS[step],
    ...view,
    readAloud: STEP_FRAME.readAloud(pack.serviceName),
    changedTitle: CHANGED_ELSEWHERE.title,
    changedLead: CHANGED_ELSEWHERE.lead,
    changedThen: CHANGED_ELSEWHERE.then,
    wrong,
    progress: `Step ${DRAFT_STEPS.indexOf(step) + 1} of ${DRAFT_STEPS.length}`,
    action: draft === null ? '/referrals/new' : `/referrals/drafts/${draft.id}/${step}`,
    deleteHref: draft === null ? null : `/referrals/drafts/${draft.id}/delete`,
    keptUntil: draft === null ? null : STEP_FRAME.draft(momentInWords(draft.expiresAt, { now, timezone })),
    backHref: backOf(view),
    backText: after === 'check' ? 'Back to your answers' : 'Back',
    reported: step === 'report' ? reportedView(raw as StepRaw['report'], errors) : null,
    askAgain: step === 'contact' ? askAgainView(raw as StepRaw['contact'], errors) : null,
    late: step === 'report' && asksWhyLate(raw as StepRaw['report'], { wrong, now, timezone }),
    sendAnyway: SEND_ANYWAY,
    worksFor: WORKS_FOR,
    choices: choicesOfStep(pack, now),
  };
}

function backOf({ step, draft, after }: StepView<DraftStep>): string {
  if (draft === null) return '/referrals';
  if (after === 'check') return `/referrals/drafts/${draft.id}/check`;
  const before = DRAFT_STEPS[DRAFT_STEPS.indexOf(step) - 1];
  return before === undefined ? '/referrals' : `/referrals/drafts/${draft.id}/${before}`;
}

function reportedView(raw: StepRaw['report'], errors: readonly FieldError[]): MomentView {
  return momentView('reported', { ...REPORTED, raw, errors });
}

function askAgainView(raw: StepRaw['contact'], errors: readonly FieldError[]): MomentView {
  return momentView('askAgain', { ...ASK_AGAIN, raw, errors });
}

/** Asked only of a report of more than seven days ago, so that the usual form stays short. */
function asksWhyLate(
  raw: StepRaw['report'],
  { wrong, now, timezone }: { wrong: Readonly<Record<string, string>>; now: Instant; timezone: string },
): boolean {
  if (wrong['lateReason'] !== undefined || raw.lateReason !== '') return true;
  const typed = readMoment(raw, { prefix: 'reported', words: REPORTED, timezone });
  return typed.kind === 'moment' && reportIsLate(typed.at, now);
}

function choicesOfStep({ districts, serviceName, timezone }: AreaPack, now: Instant) {
  return {
    districts: districtsOn(districts, localDate(now, timezone)).map(({ code, name }) => ({
      value: code,
      text: name,
    })),
    languages: choicesOf(LANGUAGE_NEEDS, words.LANGUAGE_WORDS),
    workplaces: choicesOf(WORKPLACES, words.workplaceWords(serviceName)),
    also: [
      { value: 'text', text: 'A text' },
      { value: 'voicemail', text: 'A voicemail' },
    ],
    safeTimes: choicesOf(SAFE_TIMES, words.SAFE_TIME_WORDS),
    alternatives: ALTERNATIVE_CHOICES,
    offences: choicesOf(OFFENCE_GROUPS, words.OFFENCE_WORDS),
    when: choicesOf(WHEN_BANDS, words.WHEN_WORDS),
    relationships: choicesOf(RELATIONSHIPS, words.RELATIONSHIP_WORDS),
    suspectAccess: choicesOf(SUSPECT_ACCESS, words.SUSPECT_ACCESS_WORDS),
    dangers: choicesOf(DANGERS, words.DANGER_WORDS),
    lateReasons: Object.entries(LATE_REASON_WORDS).map(([value, text]) => ({ value, text })),
    agreements: AGREEMENT_CHOICES,
    grounds: choicesOf(LEGAL_BASIS_CODES, LEGAL_BASIS_WORDS),
  };
}

function choicesOf<Code extends string>(
  codes: readonly Code[],
  named: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, text: named[value] }));
}
