import {
  ageRules,
  mayDo,
  nextRuleChange,
  type Act,
  type CompetenceRecord,
  type Instant,
  type RuleAge,
  type SafeguardingTask,
  type StaffActor,
} from '#libs/domain';
import type { CaseSummary, CompetenceLine, PersonAtRisk } from '#libs/persistence';
import { calendarDay, momentInWords, timeOfDay } from '../../formatting/moments';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import { RULE_WORDS } from '../safeguarding/safeguarding.copy';
import { agesOf, taskLine } from '../safeguarding/safeguarding.page';
import type { NameOf } from '../colleagues/colleagues';
import { BASIS_WORDS, PURPOSE_WORDS } from '../consent/consent.copy';
import { CORRECT_AGE } from './age.copy';
import { ASSESS } from './assess.copy';
import { assessmentLine } from './assess.page';
import { BIRTHDAY_WORDS, PERSON } from './person.copy';

/** How old the person is at each step, what that asks of whoever works with them, and who is seeing to their safety. */
export function personPage(
  parts: FrameParts & {
    readonly summary: CaseSummary;
    readonly actor: StaffActor;
    readonly person: PersonAtRisk;
    readonly tasks: readonly SafeguardingTask[];
    readonly competence: readonly CompetenceLine[];
    readonly assessments: readonly CompetenceRecord[];
    readonly nameOf: NameOf;
    readonly bornOn: string | null;
    readonly today: string;
    readonly now: Instant;
  },
) {
  const { summary, actor, person, tasks, bornOn, today, now, timezone } = parts;
  const may = (act: Act) => summary.closedAt === null && mayDo(actor, act);
  const next = bornOn === null ? null : nextRuleChange({ kind: 'born', bornOn }, today);
  return {
    ...PERSON,
    correct: CORRECT_AGE.link,
    frame: caseFrame(parts, 'person'),
    ages: agesOf(person),
    birthday: next === null ? null : birthdayLine(next),
    rules: RULE_WORDS[ageRules(person.ageNow).stage],
    tasks: tasks.map((task) => taskLine(task, { now, timezone })),
    decisions: parts.competence.map(({ purpose, basis, assessedBy, assessedAt }) => ({
      key: PURPOSE_WORDS[purpose],
      value: `${BASIS_WORDS[basis]}. ${parts.nameOf(assessedBy)}, ${momentInWords(assessedAt, { now, timezone })}`,
    })),
    assessments: parts.assessments.map((one) => assessmentLine(one, { nameOf: parts.nameOf, today })),
    assess: ASSESS.link,
    assessHref: may('assess-competence') ? `/cases/${summary.caseId}/person/assessments/new` : null,
    consentHref: `/cases/${summary.caseId}/consent`,
    raiseHref: may('raise-safeguarding') ? `/cases/${summary.caseId}/safeguarding/new` : null,
    correctHref: may('correct-age') ? `/cases/${summary.caseId}/person/age` : null,
    asAt: timeOfDay(now, timezone),
  };
}

function birthdayLine({ age, on }: { age: RuleAge; on: string }): string {
  return BIRTHDAY_WORDS[age](calendarDay(on));
}
