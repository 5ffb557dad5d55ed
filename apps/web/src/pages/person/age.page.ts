import { AGE_CORRECTION_REASONS, type Instant } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay } from '../../formatting/moments';
import { AGE_WORDS } from '../cases/case.copy';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { AGE_REASON_WORDS, CORRECT_AGE } from './age.copy';
import type { AgeRaw } from './age.form';

export function agePage(
  parts: FrameParts & {
    readonly summary: CaseSummary;
    readonly now: Instant;
    readonly bornOn: string | null;
  },
  drawn: { readonly raw: AgeRaw; readonly errors: readonly FieldError[]; readonly idempotencyKey?: string },
) {
  const { summary, bornOn } = parts;
  const { caseId } = summary;
  return {
    ...CORRECT_AGE,
    ...drawn,
    wrong: wrongFields(drawn.errors),
    frame: caseFrame(parts, 'person'),
    backHref: `/cases/${caseId}/person`,
    action: `/cases/${caseId}/person/age`,
    revision: drawn.raw.revision || String(summary.revision),
    onRecord: bornOn === null ? CORRECT_AGE.notKnown(AGE_WORDS[summary.intake.ageNow]) : calendarDay(bornOn),
    reasonItems: AGE_CORRECTION_REASONS.map((value) => ({ value, text: AGE_REASON_WORDS[value] })),
  };
}
