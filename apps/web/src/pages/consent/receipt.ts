import { createHash } from 'node:crypto';
import { CONSENT_WORDINGS, isoOf, type CaseId } from '#libs/domain';
import type { LedgerLine } from '#libs/persistence';
import { classesReadOut, type RecipientWords } from './consent-words';
import { CLASS_WORDS, DECISION_WORDS, HOW_WORDS, PURPOSE_WORDS } from './consent.copy';

/** What a receipt calls the person: the same on every receipt of one case, and nothing that a search could find. */
export function pseudonymOf(caseId: CaseId): string {
  const digest = createHash('sha256').update(`consent receipt of ${caseId}`).digest('hex').toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}`;
}

/**
 * A receipt in the shape of ISO/IEC TS 27560: what was decided about which data, for whom and why, on which words. The
 * service is not named and neither is the person, for a receipt may be found by somebody else.
 */
export function receiptOf(line: LedgerLine, { caseId, nameOf }: { caseId: CaseId; nameOf: RecipientWords }) {
  const recordedAt = isoOf(line.recordedAt);
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    receipt_id: line.id,
    record_id: line.id,
    pii_principal: { id: pseudonymOf(caseId), id_type: 'case-scoped-pseudonym' },
    processing: [
      {
        purpose: line.purpose,
        purpose_description: PURPOSE_WORDS[line.purpose],
        lawful_basis: 'consent',
        pii_information: line.dataClass === null ? [] : [line.dataClass],
        recipients: [{ id: line.recipient, name: nameOf(line.recipient) }],
        withdrawal: 'Tell whoever you speak to, at any time and without a reason.',
      },
    ],
    notice: { id: line.wording, text: wordsOf(line, nameOf) },
    event: {
      time: recordedAt,
      state: line.decision,
      given_by: line.giver,
      basis: line.basis,
      method: line.how,
      valid_until: line.expiresAt === null ? null : isoOf(line.expiresAt),
    },
  };
}

export function receiptRows(
  line: LedgerLine,
  nameOf: RecipientWords,
): readonly (readonly [string, string])[] {
  return [
    ['Answer', DECISION_WORDS[line.decision]],
    ['Who may know', nameOf(line.recipient)],
    ['What for', PURPOSE_WORDS[line.purpose]],
    ['What', line.dataClass === null ? 'Everything' : CLASS_WORDS[line.dataClass]],
    ['How it was given', HOW_WORDS[line.how]],
    ['Words that were read out', line.wording ?? 'None'],
  ];
}

export function wordsOf({ purpose, dataClass, recipient }: LedgerLine, nameOf: RecipientWords): string {
  return CONSENT_WORDINGS[purpose].words
    .replace('{recipient}', nameOf(recipient))
    .replace('{classes}', dataClass === null ? 'everything' : classesReadOut([dataClass]));
}
