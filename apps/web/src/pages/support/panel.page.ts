import {
  isDomesticAbuse,
  isLiveTask,
  isTaskLate,
  mayDo,
  type Act,
  type CaseId,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import type { SupportOfCase } from '#libs/persistence';
import { calendarDay } from '../../formatting/moments';
import { HUB, PATHWAY_WORDS } from './support.copy';

/** What a case says of kinds of support in a few lines; drawn by `supportPanel` in panel.njk. */
export interface SupportPanel {
  readonly title: string;
  readonly href: string;
  readonly open: string;
  /** The other sides of somebody's support, each on a page of its own. */
  readonly more: readonly { readonly href: string; readonly text: string }[];
  readonly lines: readonly { readonly text: string; readonly late: boolean }[];
}

const MORE: readonly { readonly end: string; readonly text: string; readonly act: Act }[] = [
  { end: 'needs', text: 'Needs and risks', act: 'see-needs' },
  { end: 'appointments', text: 'Appointments', act: 'see-appointments' },
  { end: 'reviews', text: 'Reviews of support', act: 'see-reviews' },
  { end: 'outcomes', text: 'How it goes for the person', act: 'see-outcomes' },
  { end: 'feedback', text: 'What the person says of services', act: 'see-feedback' },
  { end: 'complaints', text: 'Complaints', act: 'see-complaints' },
  { end: 'equality', text: 'Equality questions', act: 'see-equality' },
];

export function supportPanel(
  caseId: CaseId,
  support: SupportOfCase,
  { actor, now }: { readonly actor: StaffActor; readonly now: Instant },
): SupportPanel {
  const { tasks, flag, pathway, policeReportedOn } = support;
  const live = tasks.filter((task) => isLiveTask(task) && task.state !== 'planned');
  const late = live.filter((task) => isTaskLate(task, now)).length;
  const asked = tasks.filter(({ kind, state }) => kind === 'check-in' && state === 'planned');
  const suggested = flag === null && isDomesticAbuse(support);
  const line = (text: string, overdue = false) => ({ text, late: overdue });
  return {
    title: HUB.panel,
    href: `/cases/${caseId}/kinds-of-support`,
    open: HUB.open,
    more: MORE.filter(({ act }) => mayDo(actor, act)).map(({ end, text }) => ({
      href: `/cases/${caseId}/${end}`,
      text,
    })),
    lines: [
      ...(pathway === null || pathway.endedAt !== null ? [] : [line(PATHWAY_WORDS[pathway.kind])]),
      ...(policeReportedOn === null
        ? []
        : [line(`The person reported to the police themselves on ${calendarDay(policeReportedOn)}.`)]),
      ...(flag === null
        ? []
        : [line(`Domestic abuse is flagged; looked at again on ${calendarDay(flag.reviewOn)}.`)]),
      ...(suggested ? [line(HUB.suggested)] : []),
      ...(live.length === 0
        ? []
        : [
            line(
              `${live.length === 1 ? '1 task waits' : `${live.length} tasks wait`}${late === 0 ? '' : `, ${late} overdue`}.`,
              late > 0,
            ),
          ]),
      ...asked.map(({ plannedOn }) =>
        line(`Asked us to get in touch on ${plannedOn === null ? '' : calendarDay(plannedOn)}.`),
      ),
    ],
  };
}
