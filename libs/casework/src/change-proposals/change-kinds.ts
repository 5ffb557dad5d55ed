import type { ChangeKindCode } from '#libs/domain';
import { attemptPolicyChange } from './attempt-policy-change';
import { calendarChange } from './calendar-change';
import type { ChangeKind } from './change-kind';
import { messageTemplateChange } from '../message-templates';
import { retentionChange } from '../retention/retention-change';
import { routingChange } from '../routing/routing-change';
import { pagingLadderChange } from '../urgent-pages/paging-ladder-change';
import { policyChange } from './policy-change';

/** Every kind of rule that changes by proposal and approval. */
export const CHANGE_KINDS_BY_CODE: Readonly<Partial<Record<ChangeKindCode, ChangeKind>>> = {
  policy: policyChange,
  calendar: calendarChange,
  'attempt-policy': attemptPolicyChange,
  'message-template': messageTemplateChange,
  retention: retentionChange,
  'paging-ladder': pagingLadderChange,
  routing: routingChange,
};

export function changeKindOf(code: ChangeKindCode): ChangeKind {
  const kind = CHANGE_KINDS_BY_CODE[code];
  if (!kind) throw new Error(`nothing knows how to change a ${code}`);
  return kind;
}
