import type { Brand } from '../brand';
import type { Evidence, SupportKind } from '../directory';
import type { ServiceId } from '../ids';
import type {
  CandidateNote,
  DecideReason,
  DecidingRole,
  ForensicAct,
  HealthCare,
  RejectionCode,
  RulePrompt,
  RuleRejection,
} from './codes';
import type { BodyStage, WindowSource } from './table';

export type RoutingDecisionId = Brand<string, 'RoutingDecisionId'>;
export type RoutingOverrideId = Brand<string, 'RoutingOverrideId'>;
export type RoutingDraftId = Brand<string, 'RoutingDraftId'>;

/** One thing that speaks for a candidate or must be known of it; `amount` in people or places. */
export interface CandidateReason {
  readonly code: CandidateNote;
  readonly amount?: number;
  readonly evidence?: Evidence;
  /** The rule that says so. */
  readonly ruleId?: string;
}

export interface RoutedCandidate {
  readonly serviceId: ServiceId;
  /** Whether a named person must agree before anybody is sent there. */
  readonly unconfirmed: boolean;
  /** Nothing but its name puts it after the first. */
  readonly asGoodAsFirst?: true;
  readonly reasons: readonly CandidateReason[];
}

export interface RejectionReason {
  readonly code: RejectionCode;
  readonly ruleId?: string;
  /** What the rule gives as its reason. */
  readonly because?: RuleRejection;
}

export interface RejectedService {
  readonly serviceId: ServiceId;
  /** Never empty; the gravest first. */
  readonly reasons: readonly RejectionReason[];
}

export interface DecidedBy {
  readonly role: DecidingRole;
  readonly reason: DecideReason;
  readonly ruleId?: string;
}

export interface RoutingAnswer {
  readonly kind: SupportKind;
  /** False when a rule put it first though nobody asked for it. */
  readonly asked: boolean;
  /** Best first. */
  readonly candidates: readonly RoutedCandidate[];
  readonly rejected: readonly RejectedService[];
  /** Null when the first candidate may simply be asked. */
  readonly decidedBy: DecidedBy | null;
}

export type WindowState = 'open' | 'may-be-open' | 'not-known' | 'outside';

export interface WindowReading {
  readonly windowId: string;
  readonly act: Exclude<ForensicAct, 'unknown'>;
  readonly sample: 'swab' | 'blood' | 'urine';
  readonly stage: BodyStage;
  readonly hours: number;
  readonly state: WindowState;
  readonly source: WindowSource;
}

/** What the windows say. `outside` means: ask the centre, they decide. Nothing here ever says that it is over. */
export interface ForensicReading {
  readonly state: WindowState;
  /** Those that may concern the person, the shortest first. */
  readonly windows: readonly WindowReading[];
}

export interface HealthReading {
  readonly care: HealthCare;
  readonly hours: number;
  readonly state: WindowState;
  readonly source: WindowSource;
}

/** What is put first, and how it is reached. */
export interface FirstStep {
  readonly kind: SupportKind;
  readonly ruleId: string;
  /** Under 13 the police or social care telephone, not the person or us alone. */
  readonly through: 'police-or-social-care' | null;
}

export type RoutingPrompt = { readonly code: RulePrompt; readonly ruleId: string };

/** The answer of a table to facts. Every service of a kind that is answered is either a candidate or rejected. */
export interface RoutingDecision {
  readonly tableVersion: number;
  readonly answers: readonly RoutingAnswer[];
  readonly prompts: readonly RoutingPrompt[];
  readonly first: FirstStep | null;
  readonly forensic: ForensicReading;
  readonly health: readonly HealthReading[];
  /** Set when there is nothing to answer: nobody has said what support is wanted. */
  readonly decidedBy: DecidedBy | null;
}
