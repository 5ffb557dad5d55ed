import { labelOf, TOLD_TOPICS, type AgencyId, type Instant, type SupportLabels } from '#libs/domain';
import type { CasePlan } from '#libs/persistence';
import { momentInWords } from '../../formatting/moments';
import { inSentence } from '../colleagues/name-in-words';
import type { NameOf } from '../colleagues/colleagues';
import { PLAN, TOPICS, WAYS } from './plan.copy';

/** What every list of a plan needs to be told in words: who reads it, and by whose clock. */
export interface PlanView {
  readonly plan: CasePlan;
  readonly reader: AgencyId;
  readonly nameOf: NameOf;
  readonly labels: SupportLabels;
  readonly now: Instant;
  readonly timezone: string;
  /** Where the forms of this plan are. */
  readonly base: string;
  readonly mayWrite: boolean;
}

export interface ContactLine {
  readonly when: string;
  readonly how: string;
  readonly by: string;
  readonly passed: boolean;
  /** Null for what is no plain contact of this plan, or not the reader's to change. */
  readonly action: string | null;
  readonly mayNote: boolean;
  readonly done: string | null;
}

/** The next contacts in their order, the passed ones that nobody noted first, and what took place last. */
export function contactLines(view: PlanView): readonly ContactLine[] {
  const { plan, reader, nameOf, now, timezone, base, mayWrite } = view;
  return plan.contacts.map(({ id, agencyId, userId, way, at, state }) => {
    const own = agencyId === reader;
    return {
      when: momentInWords(at, { now, timezone }),
      how: WAYS[way],
      by: own ? nameOf(userId) : serviceOf(view, agencyId),
      passed: own && state === 'planned' && at <= now,
      action: own && mayWrite && state === 'planned' ? `${base}/contacts/${id}` : null,
      mayNote: at <= now,
      done: state === 'happened' ? PLAN.happened : state === 'not-happened' ? PLAN.notHappened : null,
    };
  });
}

export interface ToldLine {
  readonly topic: string;
  readonly lines: readonly string[];
}

/** Each topic once, with every service that was told. */
export function toldLines(view: PlanView): readonly ToldLine[] {
  const { plan, reader, nameOf, now, timezone } = view;
  return TOLD_TOPICS.flatMap((topic) => {
    const entries = plan.told.filter((one) => one.topic === topic);
    const lines = entries.map(({ agencyId, recordedBy, recordedAt }) => {
      const when = momentInWords(recordedAt, { now, timezone });
      return agencyId === reader
        ? PLAN.toldBy(PLAN.us, inSentence(nameOf(recordedBy)), when)
        : PLAN.toldTo(serviceOf(view, agencyId), when);
    });
    return lines.length === 0 ? [] : [{ topic: TOPICS[topic], lines }];
  });
}

export interface SupporterLine {
  readonly agencyId: AgencyId;
  readonly service: string;
  readonly support: string;
  readonly since: string;
}

export function supporterLines(view: PlanView): readonly SupporterLine[] {
  const { plan, labels, now, timezone } = view;
  return plan.supporters.map(({ agencyId, kinds, since }) => ({
    agencyId,
    service: serviceOf(view, agencyId),
    support: kinds.length === 0 ? PLAN.onlyTold : kinds.map((kind) => labelOf(labels, kind).name).join(', '),
    since: momentInWords(since, { now, timezone }),
  }));
}

export function serviceOf({ plan }: Pick<PlanView, 'plan'>, agencyId: AgencyId): string {
  return plan.agencyNames.get(agencyId) ?? 'Another service';
}
