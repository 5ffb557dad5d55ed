import { ASSESSORS, DECISIONS, FINDINGS, stageOf, type CompetenceRecord } from '#libs/domain';
import type { Sealable } from '#libs/casework';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { calendarDay } from '../../formatting/moments';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import { ASSESS, ASSESSMENT, ASSESSOR_WORDS, DECISION_WORDS, FINDING_WORDS, TEST_WORDS } from './assess.copy';
import type { AssessRaw } from './assess.form';

const NOTES = {
  'under-13': ASSESS.under13,
  '13-15': ASSESS.child,
  '16-17': ASSESS.presumed,
  adult: ASSESS.presumed,
};

export function assessPage(
  parts: FrameParts & { readonly summary: CaseSummary },
  drawn: {
    readonly raw: AssessRaw;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  const { caseId, intake } = parts.summary;
  const { raw, errors } = drawn;
  const untimed = { assessedTime: '', assessedWhich: '', reviewTime: '', reviewWhich: '' };
  const dates = { raw: { ...raw, ...untimed }, errors };
  return {
    ...ASSESS,
    ...drawn,
    wrong: wrongFields(errors),
    frame: caseFrame(parts, 'person'),
    backHref: `/cases/${caseId}/person`,
    backText: ASSESSMENT.back,
    action: `/cases/${caseId}/person/assessments/new`,
    note: NOTES[stageOf(intake.ageNow)],
    decisionItems: itemsOf(DECISIONS, DECISION_WORDS),
    findingItems: itemsOf(FINDINGS, FINDING_WORDS),
    assessorItems: itemsOf(ASSESSORS, ASSESSOR_WORDS),
    assessed: momentView('assessed', { legend: ASSESS.assessedOn, hint: '', ...dates }),
    review: momentView('review', { legend: ASSESS.reviewOn, hint: ASSESS.reviewHint, ...dates }),
  };
}

/** One line of the page about a person: what was found for which decision, by whom, and whether it is due again. */
export function assessmentLine(
  record: CompetenceRecord,
  { nameOf, today }: { nameOf: NameOf; today: string },
) {
  const { caseId, id, decision, finding, reviewOn } = record;
  return {
    key: DECISION_WORDS[decision],
    value: `${FINDING_WORDS[finding]}. ${judgedBy(record, nameOf)}, ${calendarDay(record.assessedOn)}`,
    review: reviewOn === null ? null : `Look at it again by ${calendarDay(reviewOn)}`,
    due: reviewOn !== null && reviewOn <= today,
    href: `/cases/${caseId}/person/assessments/${id}`,
  };
}

export function assessmentPage(
  parts: FrameParts & { readonly summary: CaseSummary },
  {
    record,
    note,
    nameOf,
  }: { record: CompetenceRecord; note: Sealable['competence-note'] | null; nameOf: NameOf },
) {
  const { rows } = ASSESSMENT;
  const name = note?.assessor ?? judgedBy(record, nameOf);
  return {
    title: DECISION_WORDS[record.decision],
    frame: caseFrame(parts, 'person'),
    backHref: `/cases/${parts.summary.caseId}/person`,
    backText: ASSESSMENT.back,
    seen: ASSESSMENT.seen,
    rows: [
      { key: rows.finding, value: `${FINDING_WORDS[record.finding]}, ${TEST_WORDS[record.test]}` },
      { key: rows.by, value: name },
      { key: rows.on, value: calendarDay(record.assessedOn) },
      {
        key: rows.review,
        value: record.reviewOn === null ? ASSESSMENT.noReview : calendarDay(record.reviewOn),
      },
      { key: rows.reasons, value: note?.text ?? ASSESSMENT.unreadable },
    ],
  };
}

/** Another professional's name is sealed; the line says who wrote it down. */
function judgedBy({ assessor, recordedBy }: CompetenceRecord, nameOf: NameOf): string {
  const recorder = nameOf(recordedBy);
  return assessor === 'recorder' ? recorder : `${ASSESSOR_WORDS[assessor]}, written down by ${recorder}`;
}

function itemsOf<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) {
  return codes.map((value) => ({ value, text: words[value] }));
}
