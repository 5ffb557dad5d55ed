import type { RoutingDecisionRecord, RoutingOverrideRecord, Suggested } from '#libs/casework';
import {
  labelOf,
  mayDo,
  readLater,
  type RoutingDecision,
  type RoutingTable,
  type StoredFacts,
} from '#libs/domain';
import type { RoutingTableLine } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { caseFrame, type FrameParts } from '../cases/case-frame.page';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import { BLANK_ASKED, NOT_SAID, type AskedRaw } from './asked.form';
import { askedFields } from './asked.page';
import { routingPanel, type PanelLinks } from './panel.page';
import type { RoutingNames } from './routing-names';
import { PANEL } from './panel.copy';
import { OVERRIDE_WORDS } from './routing-words.copy';
import type { SarcPhone } from './windows.page';

export interface CaseRoutingParts extends FrameParts {
  readonly names: RoutingNames;
  readonly tables: readonly RoutingTableLine[];
  readonly decision: RoutingDecisionRecord | null;
  readonly overrides: readonly RoutingOverrideRecord[];
  /** What would be answered now; null when an answer is kept already. */
  readonly suggested: Suggested | null;
  readonly nameOf: NameOf;
  readonly sarc: SarcPhone;
  readonly raw: AskedRaw | null;
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
  readonly idempotencyKey?: string;
}

/** The page on which a case is routed: the answer, what was chosen otherwise, and the questions to ask anew. */
export function caseRoutingPage(parts: CaseRoutingParts) {
  const { summary, actor, decision, suggested, names, errors, notice, idempotencyKey, now, timezone } = parts;
  const { caseId, closedAt } = summary;
  const mayRoute = closedAt === null && mayDo(actor, 'route-case');
  const answer = answerNow(parts);
  const facts = decision?.facts ?? suggested?.facts ?? null;
  const raw = parts.raw ?? (facts === null ? BLANK_ASKED : rawOf(facts));
  return {
    ...PANEL,
    frame: caseFrame(parts, 'support'),
    notice,
    errors,
    backHref: `/cases/${caseId}/support`,
    keptWords:
      decision === null
        ? PANEL.preview
        : `${PANEL.kept}: ${parts.nameOf(decision.decidedBy)}, ${momentInWords(decision.decidedAt, { now, timezone })}.`,
    panel: answer === null ? null : routingPanel({ ...panelParts(parts, mayRoute), decision: answer }),
    choices: choicesOf(parts, mayRoute),
    notesHref: `/cases/${caseId}/routing/notes`,
    mayRoute,
    closedWords: closedAt === null ? null : PANEL.closed,
    formTitle: decision === null ? PANEL.formFirst : PANEL.form,
    fields: askedFields(raw, { labels: names.labels, errors }),
    action: `/cases/${caseId}/routing`,
    idempotencyKey,
  };
}

/** A kept answer with its windows read anew: time has passed since. */
function answerNow(parts: CaseRoutingParts): RoutingDecision | null {
  const { decision, suggested, now } = parts;
  if (decision === null) return suggested?.decision ?? null;
  const table = tableOf(parts);
  return table === null ? decision.answer : readLater(decision, { table, now });
}

function tableOf({ decision, suggested, tables }: CaseRoutingParts): RoutingTable | null {
  const version = (decision?.answer ?? suggested?.decision)?.tableVersion;
  return tables.find(({ table }) => table.version === version)?.table ?? null;
}

function panelParts(parts: CaseRoutingParts, mayRoute: boolean) {
  const { decision, names, actor, sarc, overrides } = parts;
  const table = tableOf(parts);
  const links = decision === null || !mayRoute ? null : linksOf(parts, decision, overrides);
  return { table, names, role: actor.role, sarc, links };
}

function linksOf(
  { summary: { caseId } }: CaseRoutingParts,
  { id }: RoutingDecisionRecord,
  overrides: readonly RoutingOverrideRecord[],
): PanelLinks {
  return {
    ask: ({ kind, serviceId }) =>
      `/cases/${caseId}/requests/new?kind=${kind}&service=${serviceId}&decision=${id}`,
    withoutService: (kind) => `/cases/${caseId}/requests/new?kind=${kind}&service=none-yet&decision=${id}`,
    choose: ({ kind, serviceId }) => `/cases/${caseId}/routing/choose?kind=${kind}&service=${serviceId}`,
    chosen: new Set(overrides.map(({ kind, serviceId }) => `${kind} ${serviceId}`)),
  };
}

/** Whoever works on the case may ask what was chosen, also where the answer itself names no service to them. */
function choicesOf(
  { overrides, names, nameOf, now, timezone, summary: { caseId } }: CaseRoutingParts,
  mayRoute: boolean,
) {
  return overrides.map(({ decisionId, kind, serviceId, reason, chosenBy, chosenAt }) => ({
    askHref: mayRoute
      ? `/cases/${caseId}/requests/new?kind=${kind}&service=${serviceId}&decision=${decisionId}`
      : null,
    title: `${labelOf(names.labels, kind).name}: ${names.serviceName(serviceId)}`,
    why: OVERRIDE_WORDS[reason],
    who: `${nameOf(chosenBy)}, ${momentInWords(chosenAt, { now, timezone })}`,
  }));
}

/** The questions as they were answered last; hours are asked anew, for time has passed. */
function rawOf(facts: StoredFacts): AskedRaw {
  const [language = ''] = facts.languages.filter((tag) => tag !== 'bfi');
  return {
    ...BLANK_ASKED,
    wanted: facts.wanted,
    acts: facts.acts,
    access: facts.access,
    gender: facts.gender ?? NOT_SAID,
    workerGender: facts.workerGender,
    space: facts.space,
    language,
    domesticAbuse: facts.domesticAbuse ? 'yes' : 'no',
  };
}
