import type { AccessCode, AgesServed, CivilDate, DateSpan, SupportKind } from '../directory';
import type { ServiceId } from '../ids';
import type {
  AskReason,
  DecidingRole,
  ForensicAct,
  HealthCare,
  RulePrompt,
  RuleRejection,
  WantedSpace,
  WantedWorker,
} from './codes';

/** Hours since it happened, both ends included; a missing end is no limit. */
export interface HoursCondition {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * When a rule counts: all that is said must hold, what is not said does not matter. An age, a time or an act that is not
 * certain holds when it may hold, so that a rule that protects is not missed. A district that is not known is in none.
 */
export interface RoutingConditions {
  readonly ageNow?: AgesServed;
  readonly ageAtIncident?: AgesServed;
  readonly districts?: readonly string[];
  readonly reported?: boolean;
  /** Any of them. */
  readonly acts?: readonly ForensicAct[];
  readonly hours?: HoursCondition;
  /** Whether any forensic window may still be open by the most generous reading. */
  readonly forensic?: 'may-be-open' | 'outside';
  /** Any of them is asked for. */
  readonly wanted?: readonly SupportKind[];
  readonly workerGender?: readonly WantedWorker[];
  readonly space?: readonly WantedSpace[];
  readonly anotherLanguage?: boolean;
  /** Any of them is needed. */
  readonly access?: readonly AccessCode[];
  readonly domesticAbuse?: boolean;
}

export type RoutingEffect =
  /** This kind is answered first, asked for or not, with a prompt to telephone at once. */
  | { readonly kind: 'put-first'; readonly support: SupportKind }
  | { readonly kind: 'prompt'; readonly prompt: RulePrompt }
  /** This kind is reached through the police or social care alone. */
  | { readonly kind: 'require-route'; readonly support: SupportKind }
  /** These come before others of their kind, in this order. */
  | { readonly kind: 'prefer'; readonly services: readonly ServiceId[] }
  /** Of this kind, these and no others. The first such rule that counts decides. */
  | { readonly kind: 'only'; readonly support: SupportKind; readonly services: readonly ServiceId[] }
  | { readonly kind: 'reject'; readonly services: readonly ServiceId[]; readonly reason: RuleRejection }
  /** A person decides about this kind; the candidates are shown to them. The first such rule that counts decides. */
  | {
      readonly kind: 'ask';
      readonly support: SupportKind;
      readonly role: DecidingRole;
      readonly reason: AskReason;
    };

export type EffectKind = RoutingEffect['kind'];

export interface RoutingRule {
  readonly id: string;
  /** In the administrator's words; no personal data. */
  readonly title: string;
  readonly when: RoutingConditions;
  readonly then: RoutingEffect;
}

/** Where a limit was read: `[V]` verified, `[S]` a secondary source, `[K]` general knowledge that must be confirmed. */
export interface WindowSource {
  readonly mark: 'V' | 'S' | 'K';
  readonly text: string;
  readonly readOn: CivilDate;
}

export const BODY_STAGES = ['before-puberty', 'after-puberty'] as const;
export type BodyStage = (typeof BODY_STAGES)[number];

/** For how long an examination is usual. The centre owns these and decides; the service only says when to telephone. */
export interface ForensicWindow extends DateSpan {
  readonly id: string;
  readonly act: Exclude<ForensicAct, 'unknown'>;
  readonly sample: 'swab' | 'blood' | 'urine';
  readonly stage: BodyStage;
  readonly hours: number;
  readonly source: WindowSource;
}

/** Health care that helps only for so long, beside whatever the forensic windows say. */
export interface HealthWindow extends DateSpan {
  readonly care: HealthCare;
  readonly hours: number;
  /** After any of these it is worth asking. */
  readonly acts: readonly ForensicAct[];
  readonly source: WindowSource;
}

/** One version of how people are routed: data that two people change, in order, and no code. */
export interface RoutingTable {
  readonly id: string;
  readonly version: number;
  /** The IANA zone in which the days of coverage and of windows are counted. */
  readonly timezone: string;
  readonly rules: readonly RoutingRule[];
  readonly windows: readonly ForensicWindow[];
  readonly healthWindows: readonly HealthWindow[];
}

/** There is one table; its proposals name it so. */
export const ROUTING_TABLE = 'routing';
