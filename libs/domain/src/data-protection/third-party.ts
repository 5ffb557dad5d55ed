/** What happens to one item that may tell about somebody else. */
export const ITEM_DECISIONS = ['include', 'redact', 'withhold'] as const;
export type ItemDecision = (typeof ITEM_DECISIONS)[number];

export const WITHHOLD_REASONS = [
  'names-another-person',
  'names-staff',
  'serious-harm',
  'safeguarding',
  'legal-privilege',
  'crime-or-court',
] as const;
export type WithholdReason = (typeof WITHHOLD_REASONS)[number];

export type ItemFault = 'reason-missing' | 'words-missing';

/** Whether a decision on one item is whole: what is kept back needs a reason, what is reworded needs the words. */
export function itemFault(answer: {
  readonly decision: ItemDecision;
  readonly reason: WithholdReason | null;
  readonly words: string;
}): ItemFault | null {
  if (answer.decision === 'include') return null;
  if (answer.reason === null) return 'reason-missing';
  return answer.decision === 'redact' && answer.words.trim() === '' ? 'words-missing' : null;
}

/** Sealed records that are about the person alone. Any other kind, one that is new included, is looked through first. */
const SEALED_OF_THE_PERSON = new Set(['identity', 'crime-reference']);

/** Tables whose rows are about the person alone. A table that is not here, one that is new included, is looked through. */
export const ROWS_OF_THE_PERSON = [
  'app.access_log',
  'app.alert',
  'app.appointment',
  'app.call_back',
  'app.case_claim',
  'app.case_file',
  'app.code_event',
  'app.competence_record',
  'app.consent_entry',
  'app.consent_override',
  'app.contact_attempt',
  'app.contact_route',
  'app.contact_route_version',
  'app.contact_stop',
  'app.conversation_follow_up',
  'app.deadline',
  'app.deadline_breach',
  'app.deadline_exception',
  'app.deadline_version',
  'app.domestic_abuse_flag',
  'app.duty',
  'app.duty_version',
  'app.enhanced_rights',
  'app.equality_answer',
  'app.erasure',
  'app.exhausted_contact',
  'app.handover',
  'app.incident',
  'app.information_request',
  'app.interpreter_booking',
  'app.journal',
  'app.overdue_work',
  'app.needs_assessment',
  'app.outcome_score',
  'app.case_ending',
  'app.own_pathway',
  'app.person',
  'app.person_feedback',
  'app.person_message',
  'app.plan_contact',
  'app.plan_lead',
  'app.plan_topic',
  'app.police_link',
  'app.police_task',
  'app.rectification',
  'app.redirect',
  'app.referral',
  'app.report',
  'app.safe_contact_card',
  'app.safeguarding_report',
  'app.safeguarding_task',
  'app.safety_review',
  'app.second_person_check',
  'app.service_request',
  'app.service_request_minimum',
  'app.service_request_notice',
  'app.service_request_step',
  'app.share',
  'app.signpost',
  'app.staff_notice',
  'app.stored_sample',
  'app.support_task',
  'app.track',
  'app.milestone',
  'app.track_position',
  'app.track_officer',
  'app.contact_recheck',
  'app.urgent_page',
  'app.urgent_page_risk',
] as const;
const OF_THE_PERSON: ReadonlySet<string> = new Set(ROWS_OF_THE_PERSON);

/** What the journal tells of the person alone, by the word before the dot; any other event is looked through. */
const EVENTS_OF_THE_PERSON = new Set([
  ...['appointment', 'equality', 'feedback', 'needs', 'outcomes'],
  ...['alert', 'attempt', 'call-back', 'card', 'case', 'check', 'competence', 'consent', 'contact'],
  ...['conversation', 'corrected-start', 'deadline', 'domestic-abuse', 'erasure', 'exception', 'exhausted'],
  ...['handover', 'information-request', 'interpreter', 'message', 'offer', 'opening', 'override'],
  ...['override-review', 'person', 'plan-contact', 'plan-lead', 'plan-topic', 'police-task', 'referral'],
  ...['route', 'safe-words', 'safeguarding', 'safety-review', 'samples', 'service-request', 'share'],
  ...['support-task', 'urgent-page'],
  ...['duty', 'track', 'milestone', 'position', 'officer', 'contact-recheck'],
]);

/** Codes of rows that would be safe but for somebody else: a wall, a conflict, what a service told the lead alone. */
const TELLING_CODES = new Set([
  'not-possible',
  'told-to-the-lead',
  'not-suitable',
  'apart',
  'wall',
  'conflict',
]);
const TELLING_COLUMN = /(?:^|_)(?:reason|kind|basis|act)$/;
/** Reads of the access log that say that there was somebody to compare with. */
const TELLING_READS = new Set(['match-note', 'suspect-identity', 'break-glass-note', 'legal-hold-note']);

export interface ItemFound {
  readonly source: string;
  readonly sealedKind: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Requests for support that were moved because of somebody else, and those that came in their place: where one was
 * taken back and another sent on the same day, all of what is told of both tells of a wall.
 */
export function requestsOfOthers(items: readonly ItemFound[]): ReadonlySet<string> {
  const found = new Set(items.flatMap((item) => (isTelling(item) ? requestsIn(item) : [])));
  const links = items.flatMap(({ source, body }) =>
    source === 'app.service_request' && typeof body.instead_of === 'string'
      ? [[String(body.request_id), body.instead_of] as const]
      : [],
  );
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const link of links) if (link.some((id) => found.has(id))) link.forEach((id) => found.add(id));
  }
  return found;
}

/**
 * Whether somebody must look through an item before it may go into a pack. Unknown is yes: a table, a kind of sealed
 * record or an event that nobody has thought of may tell about somebody else.
 */
export function needsReview(item: ItemFound, ofOthers: ReadonlySet<string>): boolean {
  const { source, sealedKind, body } = item;
  if (sealedKind !== null) return !SEALED_OF_THE_PERSON.has(sealedKind);
  if (!OF_THE_PERSON.has(source)) return true;
  if (source === 'app.journal' && !EVENTS_OF_THE_PERSON.has(String(body.event_type).split('.')[0] ?? ''))
    return true;
  if (source === 'app.access_log' && TELLING_READS.has(String(body.what))) return true;
  return isTelling(item) || requestsIn(item).some((id) => ofOthers.has(id));
}

function isTelling({ body }: ItemFound): boolean {
  return Object.entries(body).some(
    ([column, value]) => TELLING_COLUMN.test(column) && typeof value === 'string' && TELLING_CODES.has(value),
  );
}

/** The request that a row is of, whatever table it stands in. */
function requestsIn({ source, body }: ItemFound): readonly string[] {
  if (source === 'app.journal')
    return body.subject_kind === 'service-request' ? [String(body.subject_id)] : [];
  return source.startsWith('app.service_request') && typeof body.request_id === 'string'
    ? [body.request_id]
    : [];
}
