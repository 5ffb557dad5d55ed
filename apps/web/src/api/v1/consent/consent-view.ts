import {
  agencyRecipient,
  CONTACT_PURPOSES,
  consentMatrix,
  isoOf,
  mayDo,
  overrideCovers,
  type Instant,
  type MatrixLine,
  type MatrixRow,
  type ShareDecision,
  type StaffActor,
} from '#libs/domain';
import type { CaseConsent, CaseSummary, LedgerLine } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { availableOf, type PossibleAction } from '../access/available-action.view';
import type { ConsentCellView, ConsentEntryView, ConsentLineView, ConsentView } from './consent.view';

const TOUCH: readonly MatrixLine[] = CONTACT_PURPOSES.map((purpose) => ({
  purpose,
  recipient: 'this-service',
}));

interface Reading {
  readonly actor: StaffActor;
  readonly summary: CaseSummary;
  readonly now: Instant;
}

export function consentView(consent: CaseConsent, { actor, summary, now }: Reading): ConsentView {
  const { caseId, revision } = summary;
  const { ageBand, identityWithheld, providers } = consent;
  const services = providers.map(({ agencyId }) => ({
    recipient: agencyRecipient(agencyId),
    purpose: 'support' as const,
  }));
  const police = { recipient: 'police', purpose: 'fact-of-support' } as const;
  const rows = consentMatrix(consent.ledger, { always: [...TOUCH, ...services, police], now });
  return {
    caseId,
    ageBand,
    identityWithheld,
    lines: rows.map((row) => lineView(row, { consent, now })),
    providers: providers.map((provider) => ({ ...provider })),
    etag: entityTag(revision),
    availableActions: consentActions(caseId, actor),
  };
}

export function entryView(
  entry: LedgerLine,
  { caseId, actor }: { caseId: string; actor: StaffActor },
): ConsentEntryView {
  const { recordedAt, expiresAt, ...codes } = entry;
  const { id, decision, recipient, purpose, dataClass, giver, basis, authority, how, wording, takenBy } =
    codes;
  const href = `/api/v1/cases/${caseId}/consent/entries/${id}/receipt`;
  return {
    ...{ id, decision, recipient, purpose, dataClass, giver, basis, authority, how, wording, takenBy },
    recordedAt: isoOf(recordedAt),
    expiresAt: expiresAt && isoOf(expiresAt),
    availableActions: availableOf([
      { action: 'read-receipt', method: 'GET', href, may: takenBy !== null && mayDo(actor, 'see-consent') },
    ]),
  };
}

function lineView(
  { recipient, purpose, cells }: MatrixRow<LedgerLine>,
  { consent, now }: { consent: CaseConsent; now: Instant },
): ConsentLineView {
  return {
    recipient,
    purpose,
    cells: cells.map(({ dataClass, decision }): ConsentCellView => {
      const question = { recipient, purpose, dataClass };
      const standing = consent.overrides.some((one) => overrideCovers(one, question, now));
      const yes = decision.kind === 'may';
      return {
        dataClass,
        answer: yes ? 'yes' : decision.reason,
        overridden: standing && !yes,
        until: untilOf(decision),
      };
    }),
  };
}

function untilOf(decision: ShareDecision<LedgerLine>): string | null {
  const until = decision.kind === 'may' ? decision.entry.expiresAt : null;
  return until && isoOf(until);
}

function consentActions(caseId: string, actor: StaffActor) {
  const path = `/api/v1/cases/${caseId}`;
  const see = mayDo(actor, 'see-consent');
  const record = mayDo(actor, 'record-consent');
  const read = (action: string, end: string): PossibleAction => ({
    action,
    method: 'GET',
    href: `${path}/${end}`,
    may: see,
  });
  const post = (action: string, end: string, may: boolean): PossibleAction => ({
    action,
    method: 'POST',
    href: `${path}/${end}`,
    may,
  });
  return availableOf([
    read('read-entries', 'consent/entries'),
    read('read-overrides', 'overrides'),
    read('read-shares', 'shares'),
    post('record-answer', 'consent/answers', record),
    post('withdraw', 'consent/withdrawals', record),
    post('ask-override', 'overrides', mayDo(actor, 'ask-override')),
    post('propose-share', 'shares', mayDo(actor, 'propose-share')),
  ]);
}
