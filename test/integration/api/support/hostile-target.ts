import { randomUUID } from 'node:crypto';
import { NOW, type TestApi } from './use-api';

export const ATTEMPT = { channel: 'call', outcome: 'no-answer', happenedAt: '2026-09-01T13:50:00+01:00' };
export const EXCEPTION = {
  reason: 'no-safe-route',
  from: '2026-09-01T12:00:00+01:00',
  to: '2026-09-02T12:00:00+01:00',
};
export const CORRECTION = { reportedAt: '2026-09-01T10:00:00+01:00', reason: 'typed-wrongly' };

export interface HostileTarget {
  readonly caseId: string;
  /** The address with records that are there in the place of `{case}`, `{referral}` and `{check}`. */
  addressOf(path: string): string;
  /** Everything that an act could have written. */
  written(): Promise<unknown>;
}

/** One case, one referral and one check that hostile requests are aimed at. */
export function useTarget(api: () => TestApi): () => HostileTarget {
  let target: HostileTarget | undefined;
  beforeAll(async () => {
    await api().web.instance.setNow(NOW);
    target = await targetIn(api());
  });
  return () => {
    if (target === undefined) throw new Error('The target exists only inside tests and hooks.');
    return target;
  };
}

async function targetIn(api: TestApi): Promise<HostileTarget> {
  const { caseId, referralId } = await api.refer();
  const officer = await api.as('officer');
  const path = `/api/v1/referrals/${referralId}/corrected-start`;
  const { checkId } = (await officer.post(path, CORRECTION, { 'if-match': '"1"' })).json();
  return {
    caseId,
    addressOf: (template) =>
      template
        .replace('{case}', caseId)
        .replace('{referral}', referralId)
        .replace('{check}', checkId)
        .replace('{id}', randomUUID()),
    written: async () => {
      const [row] = await api.web.instance.admin<object>(COUNTS);
      return row;
    },
  };
}

const COUNTS = `select (select count(*) from app.referral) as referrals, (select count(*) from app.person) as people,
       (select count(*) from vault.person_record) as sealed, (select count(*) from app.deadline) as deadlines,
       (select count(*) from app.contact_attempt) as attempts, (select count(*) from app.deadline_exception) as exceptions,
       (select count(*) from app.second_person_check) as checks, (select count(*) from app.journal) as events,
       (select count(*) from app.idempotency_key) as keys,
       (select count(*) from app.safe_contact_card) as cards, (select count(*) from app.person_message) as messages,
       (select count(*) from app.person_search) as searches, (select sum(revision) from app.match_review) as matches,
       (select count(*) from app.consent_entry) as answers, (select sum(revision) from app.consent_override) as overrides,
       (select sum(revision) from app.share) as shares, (select count(*) from app.change_proposal) as proposals,
       (select sum(revision) from app.information_request) as requests, (select sum(revision) from app.breach_record) as breaches,
       (select count(*) from app.legal_hold) as holds, (select sum(revision) from app.erasure) as erasures,
       (select sum(revision) from app.safeguarding_task) as tasks, (select count(*) from app.case_wall) as walls,
       (select count(*) from app.break_glass) as openings, (select count(*) from wall.suspect) as suspects,
       (select count(*) from app.directory_service_version) as services, (select count(*) from app.service_capacity) as rooms,
       (select count(*) from app.routing_decision) as routings, (select count(*) from app.routing_override) as choices,
       (select sum(revision) from app.service_request) as asked_for,
       (select sum(revision) from app.support_task) as support_tasks, (select sum(revision) from app.domestic_abuse_flag) as flags,
       (select count(*) from app.needs_assessment) as assessments, (select sum(revision) from app.risk_flag) as risks,
       (select count(*) from app.outcome_score) as scores, (select sum(revision) from app.appointment) as appointments,
       (select count(*) from app.person_feedback) as feedback, (select count(*) from app.equality_answer) as equality,
       (select sum(revision) from app.complaint) as complaints,
       (select count(*) from app.stored_sample) as samples, (select count(*) from app.signpost) as signposts,
       (select count(*) from app.routing_draft) as routing_drafts, (select count(*) from app.plan_lead) as leads,
       (select count(*) from app.plan_contact) as contacts, (select count(*) from app.plan_topic) as topics,
       (select count(*) from contact_notes.note) as contact_notes, (select count(*) from advocacy_notes.note) as advocacy_notes,
       (select count(*) from supervision_notes.note) as supervision_notes, (select count(*) from therapy_notes.milestone) as milestones,
       (select count(*) from app.case_ending) as endings, (select count(*) from app.death_record) as deaths,
       (select count(*) from app.shift_swap) as swaps,
       (select sum(revision) from app.duty) as duties, (select count(*) from app.code_event) as code_events,
       (select count(*) from app.enhanced_rights) as enhanced,
       (select count(*) from app.track) as tracks, (select sum(revision) from app.contact_recheck) as rechecks,
       (select count(*) from app.figure_sample) as figure_samples, (select count(*) from app.figure_sample_draw) as draws,
       (select count(*) from app.case_claim) as claims, (select sum(revision) from app.case_file) as revisions`;
