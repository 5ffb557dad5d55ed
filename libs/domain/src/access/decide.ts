import type { Source } from '../referral/codes';
import type { AgencyId, TeamId, UserId } from '../ids';
import { behindWall, type WallFacts } from '../walls/wall';
import { ROLES, type Actor, type Role } from './actor';

/** What a role may do at all; whether it may do it to this record is `mayActOn`. One line per verb. */
const ROLES_FOR = {
  'log-referral': ['officer', 'first-responder', 'duty-lead', 'provider-worker'],
  'keep-draft': ['officer'],
  'see-own-referrals': ['officer', 'provider-worker'],
  'use-doors': ['first-responder', 'duty-lead', 'provider-worker'],
  'record-declined-offer': ['officer', 'first-responder', 'duty-lead'],
  'see-ask-again': ['officer', 'first-responder', 'duty-lead'],
  'redirect-referral': ['duty-lead'],
  'see-board': ['first-responder', 'duty-lead', 'service-manager'],
  'open-case': ['first-responder', 'duty-lead', 'service-manager'],
  'reveal-route': ['first-responder', 'duty-lead'],
  'take-case': ['first-responder', 'duty-lead'],
  'claim-case': ['first-responder', 'duty-lead'],
  'hand-over-cases': ['first-responder', 'duty-lead'],
  'record-attempt': ['first-responder', 'duty-lead'],
  'record-exception': ['first-responder', 'duty-lead'],
  'promise-call-back': ['first-responder', 'duty-lead'],
  'book-interpreter': ['first-responder', 'duty-lead'],
  'change-safe-words': ['first-responder', 'duty-lead'],
  'change-card': ['first-responder', 'duty-lead'],
  'reveal-word': ['first-responder', 'duty-lead'],
  'propose-exhausted': ['first-responder', 'duty-lead'],
  'sign-exhausted': ['duty-lead', 'service-manager'],
  'ask-corrected-start': ['officer', 'first-responder', 'duty-lead'],
  'decide-check': ['first-responder', 'duty-lead', 'service-manager'],
  'see-team-tasks': ['officer'],
  'answer-police-task': ['officer'],
  'keep-own-track': ['officer'],
  'see-police-tasks': ['first-responder', 'duty-lead', 'service-manager'],
  'ask-police': ['first-responder', 'duty-lead'],
  'add-route': ['first-responder', 'duty-lead'],
  'permit-route': ['first-responder', 'duty-lead'],
  'lift-route-hold': ['duty-lead'],
  'send-message': ['first-responder', 'duty-lead'],
  'stop-contact': ['first-responder', 'duty-lead'],
  'resume-contact': ['duty-lead'],
  'see-safety-reviews': ['first-responder', 'duty-lead', 'service-manager'],
  'answer-safety-review': ['duty-lead'],
  'see-alerts': ['first-responder', 'duty-lead', 'service-manager'],
  'acknowledge-alert': ['duty-lead', 'service-manager'],
  'see-urgent-pages': ['first-responder', 'duty-lead', 'service-manager'],
  'answer-urgent-page': ['first-responder', 'duty-lead', 'service-manager'],
  'acknowledge-risk': ['officer', 'first-responder', 'duty-lead', 'provider-worker'],
  'keep-staff': ['administrator', 'service-manager'],
  'see-rota': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-rota': ['duty-lead', 'service-manager'],
  'swap-shift': ['first-responder', 'duty-lead', 'service-manager'],
  'see-leave': ['first-responder', 'duty-lead', 'service-manager', 'provider-worker', 'provider-coordinator'],
  'keep-own-leave': [
    'first-responder',
    'duty-lead',
    'service-manager',
    'provider-worker',
    'provider-coordinator',
  ],
  'keep-leave': ['duty-lead', 'service-manager', 'provider-coordinator'],
  'see-plan': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-plan': ['first-responder', 'duty-lead'],
  'keep-shared-plan': ['provider-worker', 'provider-coordinator'],
  'see-track': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-track': ['first-responder', 'duty-lead'],
  'keep-shared-track': ['provider-worker'],
  'keep-shared-care': ['provider-worker', 'provider-coordinator'],
  'settle-recheck': ['first-responder', 'duty-lead'],
  'search-people': ['first-responder', 'duty-lead'],
  'review-matches': ['first-responder', 'duty-lead'],
  'see-county-figure': ['commissioner', 'duty-lead', 'service-manager', 'auditor'],
  'set-wall': ['duty-lead', 'service-manager'],
  'break-glass': ['first-responder', 'duty-lead', 'service-manager'],
  'see-break-glass': ['duty-lead', 'service-manager', 'data-protection-officer', 'auditor'],
  'review-break-glass': ['duty-lead', 'service-manager', 'data-protection-officer'],
  'record-suspect': ['first-responder', 'duty-lead'],
  'decide-conflict': ['duty-lead'],
  'see-audit': ['auditor'],
  'see-retention': ['data-protection-officer', 'service-manager'],
  'hold-record': ['data-protection-officer', 'service-manager'],
  'propose-erasure': ['data-protection-officer'],
  'decide-erasure': ['data-protection-officer', 'service-manager'],
  // A data-protection officer sees those of the retention schedule alone.
  'see-proposals': ['administrator', 'service-manager', 'auditor', 'data-protection-officer'],
  'propose-change': ['administrator'],
  'decide-proposal': ['administrator', 'service-manager'],
  'propose-retention': ['data-protection-officer'],
  'decide-retention': ['service-manager'],
  'see-policies': ['administrator', 'auditor', 'duty-lead', 'service-manager', 'commissioner'],
  'see-routing-table': ['administrator', 'service-manager', 'auditor', 'duty-lead', 'first-responder'],
  'try-routing': ['administrator', 'service-manager', 'duty-lead'],
  'see-routing': ['first-responder', 'duty-lead', 'service-manager'],
  'route-case': ['first-responder', 'duty-lead'],
  'see-message-templates': ['administrator', 'service-manager', 'auditor', 'duty-lead'],
  'see-consent': ['first-responder', 'duty-lead', 'service-manager'],
  'record-consent': ['first-responder', 'duty-lead'],
  'ask-override': ['first-responder', 'duty-lead'],
  'decide-override': ['duty-lead', 'service-manager'],
  'propose-share': ['first-responder', 'duty-lead'],
  'see-shared': ['provider-worker', 'provider-coordinator'],
  'see-data-requests': ['data-protection-officer', 'service-manager'],
  'keep-data-requests': ['data-protection-officer'],
  'decide-release': ['data-protection-officer', 'service-manager'],
  'keep-breaches': ['data-protection-officer'],
  'see-person': ['first-responder', 'duty-lead', 'service-manager'],
  'correct-age': ['first-responder', 'duty-lead'],
  'raise-safeguarding': ['first-responder', 'duty-lead'],
  'see-safeguarding': ['safeguarding-lead', 'first-responder', 'duty-lead', 'service-manager'],
  'tell-safeguarding': ['safeguarding-lead', 'first-responder', 'duty-lead'],
  'end-safeguarding': ['safeguarding-lead', 'duty-lead'],
  'assess-competence': ['first-responder', 'duty-lead'],
  'see-support': ['first-responder', 'duty-lead', 'service-manager'],
  'flag-domestic-abuse': ['first-responder', 'duty-lead'],
  'work-support-task': ['first-responder', 'duty-lead'],
  'add-plan-task': ['first-responder', 'duty-lead'],
  'see-needs': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-needs': ['first-responder', 'duty-lead'],
  'see-reviews': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-reviews': ['first-responder', 'duty-lead'],
  'see-outcomes': ['first-responder', 'duty-lead', 'service-manager'],
  'record-outcomes': ['first-responder', 'duty-lead'],
  'see-appointments': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-appointments': ['first-responder', 'duty-lead'],
  'see-feedback': ['first-responder', 'duty-lead', 'service-manager'],
  'record-feedback': ['first-responder', 'duty-lead'],
  'record-complaint': ['first-responder', 'duty-lead'],
  'see-complaints': ['first-responder', 'duty-lead', 'service-manager'],
  'handle-complaints': ['duty-lead', 'service-manager'],
  'see-equality': ['first-responder', 'duty-lead'],
  'ask-equality': ['first-responder', 'duty-lead'],
  'record-samples': ['first-responder', 'duty-lead'],
  signpost: ['first-responder', 'duty-lead'],
  'promise-check-in': ['first-responder', 'duty-lead'],
  'transfer-case': ['first-responder', 'duty-lead'],
  'record-police-report': ['first-responder', 'duty-lead'],
  'open-own-pathway': ['first-responder', 'duty-lead', 'provider-worker'],
  'restart-support': ['first-responder', 'duty-lead'],
  'see-requests': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-requests': ['first-responder', 'duty-lead'],
  'take-on-request': ['duty-lead', 'service-manager'],
  'see-ending': ['first-responder', 'duty-lead', 'service-manager'],
  'end-case': ['first-responder', 'duty-lead'],
  'record-death': ['first-responder', 'duty-lead'],
  'correct-death': ['duty-lead'],
  'see-notes': ['first-responder', 'duty-lead', 'service-manager', 'provider-worker', 'provider-coordinator'],
  'see-therapy-milestones': ['provider-worker', 'provider-coordinator'],
  'record-therapy-milestone': ['provider-worker', 'provider-coordinator'],
  'write-notes': [
    'first-responder',
    'duty-lead',
    'service-manager',
    'provider-worker',
    'provider-coordinator',
  ],
  'see-received-requests': ['provider-worker', 'provider-coordinator'],
  'answer-request': ['provider-worker', 'provider-coordinator', 'first-responder', 'duty-lead'],
  'allocate-request': ['provider-worker', 'provider-coordinator'],
  'work-on-request': ['provider-worker', 'provider-coordinator', 'first-responder', 'duty-lead'],
  'export-requests': ['provider-worker', 'provider-coordinator'],
  'see-waiting-lists': ['provider-coordinator', 'duty-lead', 'service-manager', 'commissioner'],
  'see-rights': ['first-responder', 'duty-lead', 'service-manager'],
  'keep-rights': ['first-responder', 'duty-lead'],
  'see-code-catalogue': ['administrator', 'service-manager', 'auditor', 'duty-lead', 'first-responder'],
  'see-code-figures': ['commissioner', 'service-manager', 'auditor'],
  'see-coverage': ['commissioner', 'service-manager', 'auditor'],
  'keep-offences': ['administrator'],
  'see-snapshots': ['commissioner', 'service-manager', 'data-protection-officer', 'auditor'],
  'keep-snapshots': ['service-manager'],
  'sign-snapshots': ['service-manager', 'data-protection-officer'],
  'see-measures': ['commissioner', 'duty-lead', 'service-manager', 'provider-coordinator', 'auditor'],
  'see-live-figures': ['duty-lead', 'service-manager', 'provider-coordinator', 'auditor'],
  'see-figure-samples': ['commissioner', 'auditor'],
  'ask-figure-sample': ['commissioner'],
  'draw-figure-sample': ['auditor'],
  'see-directory': ROLES,
  'keep-directory': ['administrator'],
  'confirm-coverage': ['duty-lead', 'administrator'],
  'keep-capacity': ['provider-coordinator', 'administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Act = keyof typeof ROLES_FOR;

export const ACTS = Object.keys(ROLES_FOR) as readonly Act[];

/** Everything an answer about one record depends on, besides the actor. */
export interface RecordRelation {
  readonly handlingAgencyId: AgencyId;
  readonly referringAgencyId: AgencyId;
  readonly referringTeamId: TeamId | null;
  /** The walls that stand around the person; nobody before whom one stands may do anything. */
  readonly walls?: readonly WallFacts[];
}

export function mayDo(actor: Actor, act: Act): boolean {
  if (actor.kind === 'service') return true;
  return (ROLES_FOR[act] as readonly Role[]).includes(actor.role);
}

/**
 * Whose referrals a role may write down: an officer's are the police's, a provider worker's are the SARC's, and a
 * responder keys whatever comes in by telephone. Row-level security says the same.
 */
export function mayReferFrom(actor: Actor, source: Source): boolean {
  if (!mayDo(actor, 'log-referral')) return false;
  if (actor.kind === 'service') return true;
  if (actor.role === 'officer') return source === 'police';
  return actor.role !== 'provider-worker' || source === 'sarc';
}

/**
 * Whether this actor may do this to this record: the role must allow it and the record must be theirs, by agency
 * for the people who handle it and for the providers who sent it, by team for the officers who sent it (DESIGN §9).
 * Row-level security asks the same question again in the database; both must agree.
 */
export function mayActOn(actor: Actor, act: Act, relation: RecordRelation): boolean {
  if (!mayDo(actor, act) || behindWall(actor, relation.walls ?? [])) return false;
  if (actor.kind === 'service') return true;
  if (actor.role === 'officer') {
    return relation.referringAgencyId === actor.agencyId && relation.referringTeamId === actor.teamId;
  }
  if (actor.role === 'provider-worker') return relation.referringAgencyId === actor.agencyId;
  return relation.handlingAgencyId === actor.agencyId;
}

export type CheckRefusal = 'same-person' | 'not-allowed' | 'already-decided' | 'moved-on';

/** A second pair of eyes is another person: nobody confirms what they asked for themselves (P4). */
export function mayDecideCheck(
  actor: Actor,
  check: {
    readonly kind?: string;
    readonly askedBy: UserId;
    readonly state: 'waiting' | 'confirmed' | 'declined';
  },
): { readonly kind: 'may' } | { readonly kind: 'refused'; readonly reason: CheckRefusal } {
  const act = check.kind === 'exhausted' ? 'sign-exhausted' : 'decide-check';
  if (actor.kind !== 'staff' || !mayDo(actor, act)) return { kind: 'refused', reason: 'not-allowed' };
  if (check.state !== 'waiting') return { kind: 'refused', reason: 'already-decided' };
  return check.askedBy === actor.userId ? { kind: 'refused', reason: 'same-person' } : { kind: 'may' };
}
