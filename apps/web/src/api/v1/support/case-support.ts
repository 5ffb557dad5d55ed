import type { SupportWords } from '#libs/casework';
import { isLiveTask, mayDo, type Act, type AgencyId, type StaffActor } from '#libs/domain';
import type { CaseSummary, SupportOfCase } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { availableOf, type AvailableActionView } from '../access/available-action.view';
import {
  abuseFlagView,
  ownPathwayView,
  sampleView,
  signpostView,
  type CaseSupportView,
} from './case-support.view';
import { supportTaskView, type TaskReader } from './support-task.view';

interface Found {
  readonly summary: CaseSummary;
  readonly support: SupportOfCase;
  readonly police: readonly { readonly id: AgencyId; readonly name: string }[];
  readonly reader: TaskReader;
  readonly words: SupportWords;
}

/** What kinds of support brought to a case, in codes, with the words that were opened for this reading. */
export function caseSupportView({ summary, support, police, reader, words }: Found): CaseSupportView {
  const { tasks, flag, samples, signposts, pathway, policeReportedOn } = support;
  return {
    caseId: summary.caseId,
    tasks: tasks.map((task) => supportTaskView(task, reader)),
    domesticAbuse: flag && abuseFlagView(flag, words.noteOf(flag.id)),
    samples: samples.map(sampleView),
    signposts: signposts.map(signpostView),
    pathway: pathway && ownPathwayView(pathway, words.sarcCode),
    policeReportedOn,
    policeForces: police.map(({ id, name }) => ({ id, name })),
    etag: entityTag(summary.revision),
    availableActions: actionsOf({ summary, support }, reader.actor),
  };
}

function actionsOf(
  { summary, support }: Pick<Found, 'summary' | 'support'>,
  actor: StaffActor,
): AvailableActionView[] {
  const { tasks, flag, pathway, policeReportedOn, fromPolice, numberWaits } = support;
  const open = summary.closedAt === null;
  const supporter = pathway?.kind === 'supporter';
  const moving = tasks.some((task) => task.kind === 'transfer' && isLiveTask(task));
  const numberToRead = numberWaits !== null && numberWaits !== actor.userId;
  const path = `/api/v1/cases/${summary.caseId}`;
  const act = (action: string, end: string, { by, when }: { by: Act; when: boolean }) =>
    ({ action, method: 'POST', href: `${path}/${end}`, may: when && mayDo(actor, by) }) as const;
  const flags = 'flag-domestic-abuse';
  const reports = 'record-police-report';
  return availableOf([
    act('flag-domestic-abuse', 'domestic-abuse', { by: flags, when: open && flag === null }),
    act('lower-domestic-abuse', 'domestic-abuse/lower', { by: flags, when: flag !== null }),
    act('record-samples', 'stored-samples', { by: 'record-samples', when: open && !supporter }),
    act('record-signpost', 'signposts', { by: 'signpost', when: open }),
    act('promise-check-in', 'check-ins', { by: 'promise-check-in', when: true }),
    act('offer-transfer', 'transfers', { by: 'transfer-case', when: open && !moving }),
    act('record-police-report', 'police-report', {
      by: reports,
      when: !fromPolice && !supporter && policeReportedOn === null,
    }),
    act('check-crime-number', 'police-report/crime-number', { by: reports, when: numberToRead }),
    act('restart-support', 'restart', {
      by: 'restart-support',
      when: !open && (pathway === null || pathway.endedAt !== null),
    }),
  ]);
}
