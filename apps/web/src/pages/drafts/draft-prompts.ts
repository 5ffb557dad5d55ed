import type { SarcLine } from '#libs/config';
import { ageOn, localDate, type DraftContents, type WhenBand } from '#libs/domain';
import type { StepContext } from './check-steps';
import { checkedStep } from './draft-input';
import { PROMPTS } from './draft-prompts.copy';

export interface Prompt {
  readonly title: string;
  readonly text: string;
}

/**
 * The offence is recent enough that samples are worth a call. Wider than any one window on purpose: the list is for
 * clinicians, and a prompt is never a bar (law.md §6).
 */
const RECENT: readonly WhenBand[] = ['within-72-hours', 'within-7-days'];

/** What an officer should do before going on, from what the draft says so far. Prompts only: none holds anything up. */
export function promptsOf(
  contents: DraftContents,
  context: StepContext,
  sarcLine: SarcLine,
): readonly Prompt[] {
  const person = checkedStep(contents, 'person', context)?.part;
  const contact = checkedStep(contents, 'contact', context)?.part;
  const report = checkedStep(contents, 'report', context)?.part;
  const agreement = checkedStep(contents, 'agreement', context)?.part?.agreement;
  const age = person && yearsOf(person.age, context);
  const forensic =
    report && (RECENT.includes(report.whenBand) || report.dangers.includes('forensic-window-open'));
  const found: (Prompt | false | null | undefined)[] = [
    report?.dangers.includes('danger-now') && PROMPTS.dangerNow,
    report?.dangers.includes('suicide-risk') && PROMPTS.suicide,
    forensic && PROMPTS.forensic(sarcLine),
    age !== null && age !== undefined && age < 13 && PROMPTS.under13(sarcLine),
    age !== null && age !== undefined && age >= 13 && age < 18 && PROMPTS.under18,
    contact && contact.route?.call !== 'yes' && PROMPTS.noNumber,
    agreement === 'not-asked-yet' && PROMPTS.notAsked,
  ];
  return found.filter((prompt): prompt is Prompt => typeof prompt === 'object' && prompt !== null);
}

function yearsOf(
  age: { kind: 'years'; years: number } | { kind: 'born'; bornOn: string } | { kind: 'band' },
  { now, timezone }: StepContext,
): number | null {
  if (age.kind === 'years') return age.years;
  return age.kind === 'born' ? ageOn({ bornOn: age.bornOn, on: localDate(now, timezone) }) : null;
}
