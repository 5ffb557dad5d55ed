import type { Actor, DomainEvent, Instant } from '#libs/domain';
import type { AccessLog } from './access-log';
import type { AlertStore } from './alerts';
import type { CaseStore } from './cases';
import type { CheckStore } from './checks';
import type { AttemptStore, ExceptionStore } from './contact-attempts';
import type { DeadlineStore } from './deadlines';
import type { DraftStore } from './drafts';
import type { OnCallStore } from './on-call';
import type { PolicyStore } from './policies';
import type { ReferralStore } from './referrals';
import type { SafeContactStore } from './safe-contact';
import type { UrgentPageStore } from './urgent-pages';

/** Appends what happened, in the same transaction as the change (DESIGN §2). */
export interface Journal {
  append(events: readonly DomainEvent[]): Promise<void>;
}

/**
 * One unit of work. `now` is the service's clock as the database told it when the work began; it is the only
 * clock a use case knows. Stores write through this transaction and nothing else.
 */
export interface Transaction {
  readonly actor: Actor;
  readonly now: Instant;
  readonly journal: Journal;
  readonly accessLog: AccessLog;
  readonly referrals: ReferralStore;
  readonly cases: CaseStore;
  readonly safeContact: SafeContactStore;
  readonly deadlines: DeadlineStore;
  readonly drafts: DraftStore;
  readonly attempts: AttemptStore;
  readonly exceptions: ExceptionStore;
  readonly checks: CheckStore;
  readonly alerts: AlertStore;
  readonly onCall: OnCallStore;
  readonly policies: PolicyStore;
  readonly urgentPages: UrgentPageStore;
}
