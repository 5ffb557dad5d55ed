import type { Transaction } from '#libs/casework';
import type { Actor, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { PostgresAccessLog } from '../access-log';
import { PostgresAlertStore } from '../alerts';
import { PostgresAppointmentStore } from '../appointments';
import { PostgresAttemptPolicyStore } from '../attempt-policy';
import { PostgresCallBackStore } from '../call-backs';
import { PostgresCaseStore } from '../cases';
import { PostgresChangeProposalStore } from '../change-proposals';
import { PostgresCheckStore } from '../checks';
import { PostgresClaimStore } from '../claims';
import { PostgresComplaintStore } from '../complaints';
import { PostgresCodeReleaseStore } from '../code-figures';
import { PostgresCoverageReleaseStore, PostgresOffenceStore } from '../coverage';
import { PostgresConsentStore, PostgresOverrideStore } from '../consent';
import { PostgresAttemptStore, PostgresExceptionStore, PostgresFollowUpStore } from '../contact-attempts';
import { PostgresExhaustedStore, PostgresInterpreterStore } from '../contact-needs';
import { PostgresBreachStore, PostgresInformationRequestStore } from '../data-protection';
import { PostgresDeadlineStore } from '../deadlines';
import { PostgresDeclinedOfferStore } from '../declined-offers';
import { PostgresDirectoryStore } from '../directory';
import { PostgresDraftStore } from '../drafts';
import { PostgresDutyStore } from '../duties';
import { PostgresEqualityStore } from '../equality';
import { PostgresDeathStore, PostgresEndingStore } from '../endings';
import { PostgresErasureStore } from '../erasure';
import { PostgresFeedbackStore } from '../feedback';
import { PostgresHandoverStore } from '../handovers';
import { PostgresJournal } from '../journal';
import { PostgresLeaveStore } from '../leave';
import { PostgresMatchStore, PostgresPersonSearchStore } from '../matching';
import { PostgresMessageTemplateStore } from '../message-templates';
import { PostgresNeedStore } from '../needs';
import { PostgresOnCallStore } from '../on-call';
import { PostgresOutcomeStore } from '../outcomes';
import { PostgresOverdueStore } from '../overdue';
import { PostgresPersonStore } from '../person';
import {
  PostgresContactStopStore,
  PostgresLinkedRecordStore,
  PostgresPersonMessageStore,
  PostgresSafetyReviewStore,
} from '../person-messages';
import { PostgresPlanStore } from '../plan';
import { PostgresPoliceTaskStore } from '../police-tasks';
import { PostgresPolicyStore, PostgresRuleVersionStore, type PolicyCache } from '../policies';
import { PostgresReachReleaseStore } from '../reach';
import { PostgresRedirectStore } from '../redirects';
import { PostgresReferralStore, type DeskFacts } from '../referrals';
import { PostgresHoldStore, PostgresRetentionStore } from '../retention';
import { PostgresSwapStore } from '../rota';
import { PostgresRoutingStore } from '../routing';
import { PostgresSafeContactStore } from '../safe-contact';
import { PostgresShareStore } from '../shares';
import { PostgresAgeStore, PostgresSafeguardingStore } from '../safeguarding';
import { PostgresServiceRequestStore, RequestSteps } from '../service-requests';
import { PostgresSetAsideStore } from '../set-aside';
import { PostgresFigureSampleStore } from '../figure-samples';
import { PostgresSnapshotStore } from '../snapshots';
import { PostgresStaffStore } from '../staff/staff.store';
import { PostgresPathwayStore, PostgresSupportStore } from '../support';
import { PostgresUnusualAccessStore } from '../unusual-access';
import { PostgresUrgentPageStore } from '../urgent-pages';
import { PostgresWaitingReleaseStore } from '../waiting-lists';
import { PostgresTrackStore } from '../tracks';
import { PostgresBreakGlassStore, PostgresWallStore } from '../walls';

/** What every transaction of a process shares. */
export interface TransactionParts {
  readonly policies: PolicyCache;
  readonly desk: DeskFacts;
}

/** Every store of one transaction, all on its manager: there is no other way to write. */
export function transactionOf(options: {
  manager: EntityManager;
  now: Instant;
  actor: Actor;
  parts: TransactionParts;
}): Transaction {
  const { manager, now, actor, parts } = options;
  return {
    actor,
    now,
    journal: new PostgresJournal(manager, actor, now),
    accessLog: new PostgresAccessLog(manager, actor, now),
    referrals: new PostgresReferralStore(manager, now, parts.desk),
    cases: new PostgresCaseStore(manager),
    routing: new PostgresRoutingStore(manager),
    safeContact: new PostgresSafeContactStore(manager),
    deadlines: new PostgresDeadlineStore(manager, now),
    informationRequests: new PostgresInformationRequestStore(manager),
    breaches: new PostgresBreachStore(manager),
    declinedOffers: new PostgresDeclinedOfferStore(manager),
    redirects: new PostgresRedirectStore(manager),
    directory: new PostgresDirectoryStore(manager, actor, now),
    drafts: new PostgresDraftStore(manager, now),
    duties: new PostgresDutyStore(manager, now),
    attempts: new PostgresAttemptStore(manager),
    exceptions: new PostgresExceptionStore(manager),
    followUps: new PostgresFollowUpStore(manager),
    callBacks: new PostgresCallBackStore(manager),
    interpreters: new PostgresInterpreterStore(manager),
    endings: new PostgresEndingStore(manager),
    deaths: new PostgresDeathStore(manager),
    exhausted: new PostgresExhaustedStore(manager),
    attemptPolicies: new PostgresAttemptPolicyStore(manager),
    checks: new PostgresCheckStore(manager),
    alerts: new PostgresAlertStore(manager),
    appointments: new PostgresAppointmentStore(manager),
    claims: new PostgresClaimStore(manager, actor),
    complaints: new PostgresComplaintStore(manager),
    equality: new PostgresEqualityStore(manager),
    feedback: new PostgresFeedbackStore(manager),
    handovers: new PostgresHandoverStore(manager, actor),
    leaves: new PostgresLeaveStore(manager),
    linkedRecords: new PostgresLinkedRecordStore(manager),
    matches: new PostgresMatchStore(manager),
    messageTemplates: new PostgresMessageTemplateStore(manager),
    needs: new PostgresNeedStore(manager),
    onCall: new PostgresOnCallStore(manager),
    outcomes: new PostgresOutcomeStore(manager),
    overdue: new PostgresOverdueStore(manager),
    contactStops: new PostgresContactStopStore(manager),
    personMessages: new PostgresPersonMessageStore(manager),
    people: new PostgresPersonStore(manager),
    plans: new PostgresPlanStore(manager),
    policeTasks: new PostgresPoliceTaskStore(manager),
    policies: new PostgresPolicyStore(manager, parts.policies),
    proposals: new PostgresChangeProposalStore(manager),
    ruleVersions: new PostgresRuleVersionStore(manager),
    safeguarding: new PostgresSafeguardingStore(manager),
    ages: new PostgresAgeStore(manager),
    safetyReviews: new PostgresSafetyReviewStore(manager),
    searches: new PostgresPersonSearchStore(manager),
    serviceRequests: new PostgresServiceRequestStore(manager, new RequestSteps(manager, actor)),
    setAside: new PostgresSetAsideStore(manager),
    figureSamples: new PostgresFigureSampleStore(manager),
    snapshots: new PostgresSnapshotStore(manager),
    staff: new PostgresStaffStore(manager),
    swaps: new PostgresSwapStore(manager),
    support: new PostgresSupportStore(manager),
    pathways: new PostgresPathwayStore(manager),
    tracks: new PostgresTrackStore(manager),
    urgentPages: new PostgresUrgentPageStore(manager),
    waitingReleases: new PostgresWaitingReleaseStore(manager),
    codeReleases: new PostgresCodeReleaseStore(manager),
    unusualAccess: new PostgresUnusualAccessStore(manager),
    coverageReleases: new PostgresCoverageReleaseStore(manager),
    reachReleases: new PostgresReachReleaseStore(manager),
    offences: new PostgresOffenceStore(manager),
    walls: new PostgresWallStore(manager),
    breakGlass: new PostgresBreakGlassStore(manager),
    consents: new PostgresConsentStore(manager),
    overrides: new PostgresOverrideStore(manager),
    shares: new PostgresShareStore(manager),
    retention: new PostgresRetentionStore(manager),
    holds: new PostgresHoldStore(manager),
    erasures: new PostgresErasureStore(manager),
  };
}
