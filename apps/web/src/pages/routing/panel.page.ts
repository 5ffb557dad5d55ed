import {
  askingVerdict,
  labelOf,
  type CandidateReason,
  type DecidedBy,
  type RejectionReason,
  type Role,
  type RoutingAnswer,
  type RoutingDecision,
  type RoutingTable,
  type ServiceId,
  type SupportKind,
} from '#libs/domain';
import { EVIDENCE_WORDS } from '../directory/words.copy';
import type { RoutingNames } from './routing-names';
import { PANEL } from './panel.copy';
import { forensicView, type SarcPhone } from './windows.page';
import {
  DECIDE_WORDS,
  NOTE_WORDS,
  PROMPT_WORDS,
  REJECTION_WORDS,
  ROLE_WORDS,
  RULE_REJECTION_WORDS,
} from './routing-words.copy';

/** What an answer is shown with, wherever it is shown: on a case, in the test box, or as a part of another page. */
export interface PanelParts {
  readonly decision: RoutingDecision;
  readonly table: Pick<RoutingTable, 'rules'> | null;
  readonly names: RoutingNames;
  readonly role: Role;
  readonly sarc: SarcPhone;
  /** The ways on from each service; null where there is nothing to do, as in the test box. */
  readonly links: PanelLinks | null;
}

export interface PanelLinks {
  readonly ask: (choice: { readonly kind: SupportKind; readonly serviceId: ServiceId }) => string;
  readonly choose: (choice: { readonly kind: SupportKind; readonly serviceId: ServiceId }) => string;
  /** The way to write down what is wanted while the duty lead has yet to choose. */
  readonly withoutService: (kind: SupportKind) => string;
  /** Services that were chosen against the order already, and may be asked. */
  readonly chosen: ReadonlySet<string>;
}

/** An answer in words, drawn by `routingPanel` in panel.njk. */
export function routingPanel(parts: PanelParts) {
  const { decision, names } = parts;
  const { first, prompts, answers, decidedBy, tableVersion } = decision;
  return {
    ...PANEL,
    forensic: forensicView(decision, parts.sarc),
    centreTitle: labelOf(names.labels, 'sarc').name,
    firstTitle: first === null ? null : labelOf(names.labels, first.kind).name,
    throughWords: first?.through === 'police-or-social-care' ? PANEL.through : null,
    promptLines: prompts.map(({ code }) => PROMPT_WORDS[code]),
    answers: answers.map((answer) => answerView(answer, parts)),
    decidedWords: decidedBy === null ? null : decidedWords(decidedBy),
    versionWords: `By version ${tableVersion} of the routing rules.`,
    rulesHref: '/routing',
  };
}

function answerView(answer: RoutingAnswer, parts: PanelParts) {
  const { names } = parts;
  const { kind, asked, candidates, rejected, decidedBy } = answer;
  const leadChooses = decidedBy?.reason === 'lead-decides';
  return {
    title: labelOf(names.labels, kind).name,
    leadChooses,
    withoutService: leadChooses ? (parts.links?.withoutService(kind) ?? null) : null,
    askedWords: asked ? null : PANEL.notAsked,
    decided: decidedBy === null ? null : decidedWords(decidedBy),
    candidates: candidates.map(({ serviceId, unconfirmed, asGoodAsFirst, reasons }) => ({
      ...serviceView(serviceId, parts),
      unconfirmed,
      reasons: [
        ...(asGoodAsFirst === true ? [PANEL.asGood] : []),
        ...reasons.map((reason) => candidateWords(reason, parts)),
      ],
      ...waysOn(answer, serviceId, parts),
    })),
    rejected: rejected.map(({ serviceId, reasons }) => ({
      ...serviceView(serviceId, parts),
      reasons: reasons.map((reason) => rejectionWords(reason, parts)),
      ...waysOn(answer, serviceId, parts),
    })),
  };
}

function serviceView(serviceId: ServiceId, { names }: PanelParts) {
  const reachedBy = names.serviceOf(serviceId)?.reachedBy;
  const how = reachedBy === 'signposted' ? PANEL.signpost : reachedBy === 'handed-over' ? PANEL.handed : null;
  return { name: names.serviceName(serviceId), how };
}

/** The first, and any that is as good, may simply be asked; another may be chosen with a reason, by whoever may. */
function waysOn(answer: RoutingAnswer, serviceId: ServiceId, { decision, role, links, names }: PanelParts) {
  const none = { ask: null, choose: null, leadDecides: false };
  if (links === null || names.serviceOf(serviceId)?.reachedBy === 'signposted') return none;
  const choice = { kind: answer.kind, serviceId };
  const verdict = askingVerdict(decision, { ...choice, role });
  if (verdict === 'ask' || links.chosen.has(`${answer.kind} ${serviceId}`)) {
    return { ...none, ask: links.ask(choice) };
  }
  if (verdict === 'reason') return { ...none, choose: links.choose(choice) };
  return { ...none, leadDecides: verdict === 'lead' };
}

export function decidedWords({ role, reason }: DecidedBy): string {
  return `This is for ${ROLE_WORDS[role]} to decide: ${DECIDE_WORDS[reason]}.`;
}

export function candidateWords(
  { code, amount, evidence, ruleId }: CandidateReason,
  parts: Pick<PanelParts, 'table'>,
): string {
  const words = NOTE_WORDS[code];
  switch (code) {
    case 'covers-district':
      return evidence === undefined ? words : `${words}. ${EVIDENCE_WORDS[evidence]}`;
    case 'preferred':
      return `${words}: ${ruleTitle(ruleId, parts)}`;
    case 'waiting':
      return amount === 0 ? 'Nobody waits' : `${amount} waiting`;
    case 'room':
      return amount === 1 ? '1 place free' : `${amount ?? 0} places free`;
    default:
      return words;
  }
}

export function rejectionWords(
  { code, because, ruleId }: RejectionReason,
  parts: Pick<PanelParts, 'table'>,
): string {
  const words = REJECTION_WORDS[code];
  if (code === 'rule' && because !== undefined) {
    return `${words}, because ${RULE_REJECTION_WORDS[because]}: ${ruleTitle(ruleId, parts)}`;
  }
  return code === 'not-among-chosen' ? `${words}: ${ruleTitle(ruleId, parts)}` : words;
}

/** Rules keep their names from version to version; one that has gone since is only called a rule. */
function ruleTitle(ruleId: string | undefined, { table }: Pick<PanelParts, 'table'>): string {
  return table?.rules.find(({ id }) => id === ruleId)?.title ?? 'a rule of that version';
}
