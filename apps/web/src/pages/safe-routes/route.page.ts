import { SAID_BY, type CaseId, type Route } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { routeName, safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import * as copy from './route.copy';
import { OWNERS } from './route-owners';
import { PERMISSION_CODES, type RouteRaw } from './route.form';

export interface RouteFieldsView {
  readonly words: typeof copy.ROUTE_QUESTIONS;
  readonly raw: Readonly<Record<string, string>>;
  readonly wrong: WrongFields;
  readonly owners: readonly Choice[];
  readonly permissions: readonly Choice[];
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface FormState<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

export function routeFields(
  raw: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
): RouteFieldsView {
  return {
    words: copy.ROUTE_QUESTIONS,
    raw,
    wrong: wrongFields(errors),
    owners: OWNERS.map((value) => ({ value, text: copy.OWNER_WORDS[value] })),
    permissions: PERMISSION_CODES.map((value) => ({ value, text: copy.PERMISSION_CHOICES[value] })),
  };
}

export type PermitRaw = Pick<RouteRaw, 'call' | 'text' | 'voicemail'> & { readonly saidBy: string };

export function permitPage(
  summary: CaseSummary,
  {
    route,
    mayLift,
    changed = false,
    ...form
  }: FormState<PermitRaw> & { route: Route; mayLift: boolean; changed?: boolean },
) {
  const { raw, errors, idempotencyKey } = form;
  const held = route.state === 'suspended';
  return {
    ...frameOf(summary, copy.PERMIT),
    name: routeName(route, summary.card.routes.indexOf(route)),
    action: permitPath(summary.caseId, route.id),
    revision: summary.revision,
    changed: changed ? copy.CHANGED_SINCE : null,
    lines: held && mayLift ? [copy.PERMIT.lift, copy.PERMIT.liftWhy] : [copy.PERMIT.intro],
    closed: closedBecause(route, mayLift),
    submit: held ? copy.PERMIT.submitLift : copy.PERMIT.submit,
    fields: routeFields(raw, errors),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function permitPath(caseId: CaseId, routeId: string): string {
  return `/cases/${caseId}/routes/${routeId}/permissions`;
}

function closedBecause({ state }: Route, mayLift: boolean): string | null {
  if (state === 'quarantined') return copy.PERMIT.outOfUse;
  return state === 'suspended' && !mayLift ? copy.PERMIT.needsLead : null;
}

function frameOf<Words extends object>(summary: CaseSummary, words: Words) {
  return {
    ...words,
    reference: summary.reference,
    caseHref: `/cases/${summary.caseId}`,
    alert: safeContactAlert(summary.card),
    saidByLegend: copy.ROUTE_QUESTIONS.saidBy,
    sayers: SAID_BY.map((value) => ({ value, text: copy.SAID_BY_WORDS[value] })),
  };
}
