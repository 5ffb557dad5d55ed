import type { Transaction } from '#libs/casework';
import type { Actor, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { PostgresAccessLog } from '../access-log';
import { PostgresAlertStore } from '../alerts';
import { PostgresCaseStore } from '../cases';
import { PostgresCheckStore } from '../checks';
import { PostgresAttemptStore, PostgresExceptionStore } from '../contact-attempts';
import { PostgresDeadlineStore } from '../deadlines';
import { PostgresDraftStore } from '../drafts';
import { PostgresJournal } from '../journal';
import { PostgresOnCallStore } from '../on-call';
import { PostgresPolicyStore, type PolicyCache } from '../policies';
import { PostgresReferralStore, type DeskFacts } from '../referrals';
import { PostgresSafeContactStore } from '../safe-contact';
import { PostgresUrgentPageStore } from '../urgent-pages';

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
    safeContact: new PostgresSafeContactStore(manager),
    deadlines: new PostgresDeadlineStore(manager, now),
    drafts: new PostgresDraftStore(manager, now),
    attempts: new PostgresAttemptStore(manager),
    exceptions: new PostgresExceptionStore(manager),
    checks: new PostgresCheckStore(manager),
    alerts: new PostgresAlertStore(manager),
    onCall: new PostgresOnCallStore(manager),
    policies: new PostgresPolicyStore(manager, parts.policies),
    urgentPages: new PostgresUrgentPageStore(manager),
  };
}
