import { EXHAUSTED_BASES, isBeingTried, mayDecideCheck, mayDo, WELFARE_CHECKS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import type { ContactParts } from '../cases/case-reading';
import { attemptLine, nextAttempt } from '../cases/contact-standing.page';
import { inSentence } from '../colleagues/name-in-words';
import { OUTCOME_WORDS } from '../contact-attempts/outcome.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { BASIS_WORDS, EXHAUSTED, PLAN, PLAN_ALWAYS, WELFARE_WORDS } from './exhausted.copy';

export interface ExhaustedState {
  readonly raw: { readonly basis: string; readonly welfareCheck: string };
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
  readonly idempotencyKey?: string;
}

/** What was tried, and what may be done about it by whoever reads the page. */
export function exhaustedPage(parts: ContactParts, state: ExhaustedState) {
  const { summary, contact, actor, now, timezone } = parts;
  const { caseId, contactState } = summary;
  const waiting = contact.exhausted?.state === 'waiting';
  const usedUp = nextAttempt(parts).kind === 'policy-used-up';
  const lead = actor.role === 'duty-lead';
  const bases = EXHAUSTED_BASES.filter((basis) => (basis === 'policy-used-up' ? usedUp : lead));
  return {
    ...EXHAUSTED,
    ...state,
    wrong: wrongFields(state.errors),
    frame: caseFrame(parts, 'overview'),
    action: `/cases/${caseId}/exhausted`,
    decisionAction: `/cases/${caseId}/exhausted/decision`,
    revision: summary.revision,
    attemptLine: attemptLine(parts),
    attempts: contact.attempts.toReversed().map(({ outcome, happenedAt }) => ({
      what: OUTCOME_WORDS[outcome],
      when: momentInWords(happenedAt, { now, timezone }),
    })),
    mayPropose:
      isBeingTried(contactState) && !waiting && mayDo(actor, 'propose-exhausted') && bases.length > 0,
    bases: bases.map((value) => ({ value, text: BASIS_WORDS[value] })),
    welfare: WELFARE_CHECKS.map((value) => ({ value, text: WELFARE_WORDS[value] })),
    proposal: waiting ? proposalOf(parts) : null,
    plan: contactState === 'exhausted' ? planOf(parts) : null,
  };
}

function proposalOf({ contact, actor, nameOf, now, timezone }: ContactParts) {
  const { exhausted } = contact;
  if (exhausted === null) return null;
  const { recordedBy, recordedAt, basis, welfareCheck, attempts, revision } = exhausted;
  const may = mayDecideCheck(actor, { kind: 'exhausted', askedBy: recordedBy, state: 'waiting' });
  return {
    rows: [
      ['Put forward by', `${nameOf(recordedBy)}, ${momentInWords(recordedAt, { now, timezone })}`],
      ['Why', BASIS_WORDS[basis]],
      ['Attempts in this round', String(attempts)],
      ['Welfare check', WELFARE_WORDS[welfareCheck]],
    ],
    plan: [PLAN[welfareCheck], ...PLAN_ALWAYS],
    revision,
    maySign: may.kind === 'may',
    own: recordedBy === actor.userId,
  };
}

function planOf({ contact, nameOf }: ContactParts) {
  const { exhausted } = contact;
  const signedBy = exhausted?.decidedBy ?? null;
  return {
    signed: signedBy === null ? null : `Signed by ${inSentence(nameOf(signedBy))}.`,
    steps: [PLAN[exhausted?.welfareCheck ?? 'not-known'], ...PLAN_ALWAYS],
  };
}
