import { PERMISSIONS, SAID_BY } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { PERMISSION_CHOICES, ROUTE_QUESTIONS, SAID_BY_WORDS } from './route.copy';
import { ADDED, WAY_QUESTIONS, WAY_WORDS, WAYS_PAGE } from './way.copy';
import type { WayRaw } from './way.form';
import { ASKED, WAYS, type Way } from './ways';

export function waysPage({ caseId, reference, card }: CaseSummary) {
  return {
    ...WAYS_PAGE,
    reference,
    cardHref: `/cases/${caseId}/safe-contact`,
    alert: safeContactAlert(card),
    ways: WAYS.map((way) => ({ ...WAY_WORDS[way], href: wayPath(caseId, way) })),
  };
}

export function wayPage(
  { caseId, reference, card }: CaseSummary,
  options: {
    way: Way;
    raw: WayRaw;
    errors: readonly FieldError[];
    idempotencyKey?: string;
  },
) {
  const { way, raw, errors, idempotencyKey } = options;
  const { whose, channels } = ASKED[way];
  return {
    ...WAY_WORDS[way],
    reference,
    backHref: `/cases/${caseId}/routes/new`,
    back: WAYS_PAGE.legend,
    alert: safeContactAlert(card),
    action: wayPath(caseId, way),
    isEmail: way === 'email',
    owner: whose === 'may-be-elses' ? ownerQuestion() : null,
    whose: whose === 'never' ? null : { label: WAY_QUESTIONS.whose[whose], hint: WAY_QUESTIONS.whoseHint },
    channels: channels.map((name, index) => ({
      name,
      legend: WAY_QUESTIONS.channels[name],
      hint: index === 0 ? WAY_QUESTIONS.unknownHint : null,
    })),
    permissions: PERMISSIONS.map((value) => ({ value, text: PERMISSION_CHOICES[value] })),
    saidByLegend: ROUTE_QUESTIONS.saidBy,
    sayers: SAID_BY.map((value) => ({ value, text: SAID_BY_WORDS[value] })),
    submit: ADDED.submit,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

function ownerQuestion() {
  const items = [
    { value: 'own', text: WAY_QUESTIONS.own },
    { value: 'someone-else', text: WAY_QUESTIONS.elses },
  ];
  return { legend: WAY_QUESTIONS.owner, items };
}

function wayPath(caseId: string, way: Way): string {
  return `/cases/${caseId}/routes/new/${way}`;
}
