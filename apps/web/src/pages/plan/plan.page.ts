import {
  classesWithGround,
  DATA_CLASSES,
  leadOf,
  mayDo,
  TOLD_TOPICS,
  TOPIC_CLASS,
  type AgencyId,
  type DataClass,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { contactLines, serviceOf, supporterLines, toldLines, type PlanView } from './plan-lists.page';
import type { PlanParts } from './plan-reading';
import { PLAN, TOPICS } from './plan.copy';

interface PlanState {
  readonly notice: Notice | null;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

/** The desk's page of a case's plan. */
export function planPage(parts: PlanParts, { notice, errors, idempotencyKey }: PlanState) {
  const { summary, actor, promised, now, timezone } = parts;
  const open = summary.closedAt === null;
  const mayWrite = open && mayDo(actor, 'keep-plan');
  const base = `/cases/${summary.caseId}/plan`;
  const view: PlanView = { ...parts, reader: actor.agencyId, base, mayWrite };
  const promisedLine = {
    when: promised === null ? '' : momentInWords(promised, { now, timezone }),
    how: PLAN.promised,
    by: PLAN.ownDesk,
    passed: false,
    action: null,
    mayNote: false,
    done: null,
  };
  return {
    words: PLAN,
    title: PLAN.title,
    frame: caseFrame(parts, 'plan'),
    notice,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    base,
    mayWrite,
    lead: leadView(parts, { view, base, mayWrite }),
    supporters: [
      { ...deskLine(parts), reads: PLAN.readsAll },
      ...supporterLines(view).map((line) => ({ ...line, reads: readsOf(parts, line.agencyId) })),
    ],
    contacts: [...(promised === null ? [] : [promisedLine]), ...contactLines(view)],
    told: toldLines(view),
  };
}

/** Whoever handles the case supports the person from the day it was opened. */
function deskLine({ summary, now, timezone }: PlanParts) {
  const since = momentInWords(summary.openedAt, { now, timezone });
  return { service: PLAN.ownDesk, support: PLAN.deskSupport, since };
}

function leadView(
  parts: PlanParts,
  { view, base, mayWrite }: { readonly view: PlanView; readonly base: string; readonly mayWrite: boolean },
) {
  const { plan, answering, summary, nameOf, now, timezone } = parts;
  const { lead } = plan;
  const worker = leadOf(lead, answering);
  const live =
    lead !== null && ['offered', 'leading', 'returning'].includes(lead.state) && lead.sharing ? lead : null;
  const owner = summary.ownerUserId;
  const ownWords =
    answering.kind === 'person'
      ? nameOf(answering.userId)
      : owner === null
        ? PLAN.leadTeam
        : PLAN.leadAway(nameOf(owner));
  const place = live === null ? null : `${base}/lead/${live.id}`;
  const choices = plan.supporters.map(({ agencyId }) => ({
    value: agencyId as string,
    text: serviceOf(view, agencyId),
  }));
  return {
    who: worker.kind === 'provider' ? PLAN.leadElsewhere(serviceOf(view, worker.agencyId)) : ownWords,
    offered:
      live?.state === 'offered'
        ? PLAN.leadOffered(serviceOf(view, live.agencyId), momentInWords(live.offeredAt, { now, timezone }))
        : null,
    returning: live?.state === 'returning' ? PLAN.leadReturning : null,
    revision: live?.revision,
    withdraw: mayWrite && live?.state === 'offered' ? `${place}/withdraw` : null,
    takeBack: mayWrite && live !== null && live.state !== 'offered' ? `${place}/end` : null,
    keep: mayWrite && live?.state === 'returning' ? `${place}/keep` : null,
    choices: mayWrite && live === null ? choices : [],
  };
}

/** What a service reads of this plan right now, in words: the classes of its open shares that have a ground. */
function readsOf({ consent, now }: PlanParts, agencyId: AgencyId): string {
  const { shares, ledger, overrides } = consent;
  const classes = new Set(
    shares
      .filter((share) => share.agencyId === agencyId && share.state === 'open')
      .flatMap((share) => classesWithGround(share, { ledger, overrides, now })),
  );
  const may = (dataClass: DataClass) => classes.has(dataClass);
  const topics = TOLD_TOPICS.filter((topic) => may(TOPIC_CLASS[topic])).map((topic) =>
    TOPICS[topic].toLowerCase(),
  );
  const more = [
    ...(may('support-fact') ? [PLAN.readsOthers] : []),
    ...(topics.length > 0 ? [PLAN.readsTopics(topics.join(', '))] : []),
  ];
  if (DATA_CLASSES.every((dataClass) => !may(dataClass)) || more.length === 0) return `${PLAN.readsOwn}.`;
  return `${PLAN.readsOwn}; ${more.join('; ')}.`;
}
