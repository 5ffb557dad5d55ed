import {
  askingVerdict,
  OVERRIDE_REASONS,
  type AskingVerdict,
  type Role,
  type RoutingAnswer,
  type ServiceId,
  type SupportKind,
} from '#libs/domain';
import { candidateWords, decidedWords, rejectionWords } from '../routing/panel.page';
import { OVERRIDE_WORDS } from '../routing/routing-words.copy';
import type { DirectoryNames } from './directory-names';
import { NEW_REQUEST } from './request.copy';
import type { RoutedFor } from './routed-choices';

interface ChoiceParts {
  readonly directory: DirectoryNames;
  readonly role: Role;
  readonly kind: SupportKind;
}

/** One service of the answer, with what speaks for it or against it and what stands between it and being asked. */
interface Offered {
  readonly serviceId: ServiceId;
  readonly verdict: AskingVerdict;
  readonly lines: readonly string[];
}

/**
 * The services that give one kind of support as the routing of the case puts them, each with its reasons. What a lead
 * has chosen may be asked by anybody; what a lead has yet to choose is named and not offered.
 */
export function serviceChoices(routed: RoutedFor, parts: ChoiceParts) {
  const { directory, kind } = parts;
  const answer = routed.decision.answers.find((one) => one.kind === kind);
  const offered = [
    ...chosenAlready(routed, parts),
    ...(answer === undefined ? [] : offeredIn(answer, routed, parts)),
  ];
  const once = offered.filter(
    (one, at) => offered.findIndex(({ serviceId }) => serviceId === one.serviceId) === at,
  );
  const reached = (one: Offered) => directory.serviceOf(one.serviceId)?.service.reachedBy;
  const nameOf = ({ serviceId }: Offered) => directory.serviceOf(serviceId)?.service.name ?? '';
  const listed = once.filter((one) => reached(one) !== undefined && one.verdict !== 'never');
  const asked = listed.filter((one) => reached(one) !== 'signposted');
  const open = asked.filter(({ verdict }) => verdict === 'ask' || verdict === 'reason');
  const decidedBy = answer?.decidedBy ?? null;
  return {
    items: open.map((one) => ({
      value: one.serviceId,
      text: nameOf(one),
      hint: { text: hintOf(one, reached(one) === 'handed-over') },
    })),
    named: listed.filter((one) => reached(one) === 'signposted').map(nameOf),
    leads: asked.filter(({ verdict }) => verdict === 'lead').map(nameOf),
    decided: decidedBy === null ? null : decidedWords(decidedBy),
    reasons: open.some(({ verdict }) => verdict === 'reason')
      ? OVERRIDE_REASONS.map((value) => ({ value, text: OVERRIDE_WORDS[value] }))
      : [],
  };
}

function chosenAlready({ choices }: RoutedFor, { kind }: ChoiceParts): readonly Offered[] {
  return choices
    .filter((one) => one.kind === kind)
    .map(({ serviceId, reason }) => ({
      serviceId,
      verdict: 'ask',
      lines: [`${NEW_REQUEST.chosenBefore}: ${OVERRIDE_WORDS[reason]}`],
    }));
}

function offeredIn(
  answer: RoutingAnswer,
  { decision, table }: RoutedFor,
  { kind, role }: ChoiceParts,
): readonly Offered[] {
  const verdictOf = (serviceId: ServiceId) => askingVerdict(decision, { kind, serviceId, role });
  const candidates = answer.candidates.map(({ serviceId, reasons }, place) => ({
    serviceId,
    verdict: verdictOf(serviceId),
    lines: [
      ...(place === 0 && answer.decidedBy === null ? [NEW_REQUEST.suggestedFirst] : []),
      ...reasons.map((reason) => candidateWords(reason, { table })),
    ],
  }));
  const rejected = answer.rejected.map(({ serviceId, reasons }) => ({
    serviceId,
    verdict: verdictOf(serviceId),
    lines: [NEW_REQUEST.notSuggested, ...reasons.map((reason) => rejectionWords(reason, { table }))],
  }));
  return [...candidates, ...rejected];
}

function hintOf({ lines, verdict }: Offered, handedOver: boolean): string {
  const all = [
    ...lines,
    ...(handedOver ? [NEW_REQUEST.handedOver] : []),
    ...(verdict === 'reason' ? [NEW_REQUEST.sayWhy] : []),
  ];
  return all.map((line) => `${line.replace(/\.$/u, '')}.`).join(' ');
}
