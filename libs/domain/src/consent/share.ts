import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Machine } from '../machine';
import type { Instant } from '../time';
import { agencyRecipient, type DataClass, type Purpose } from './codes';
import type { ConsentEntry } from './ledger';
import { mayShare } from './may-share';
import { overrideCovers, type ConsentOverride } from './override';

export type ShareId = Brand<string, 'ShareId'>;
export type ShareState = 'proposed' | 'open' | 'closed';
export type ShareEvent = 'open' | 'narrow' | 'close';

/** What another agency reads. Only consent or an override opens it; withdrawal closes it in the same transaction. */
export const shareMachine: Machine<ShareState, ShareEvent> = {
  name: 'share',
  initial: 'proposed',
  terminal: ['closed'],
  transitions: {
    proposed: { open: 'open', narrow: 'proposed', close: 'closed' },
    open: { narrow: 'open', close: 'closed' },
    closed: {},
  },
};

/** What an agency may be given something for. */
export const SHARE_PURPOSES = [
  'support',
  'health-care',
  'safeguarding',
] as const satisfies readonly Purpose[];
export type SharePurpose = (typeof SHARE_PURPOSES)[number];

export const SHARE_CLOSINGS = [
  'consent-withdrawn',
  'consent-expired',
  'override-ended',
  'not-needed',
  'giver-was-a-child',
] as const;
export type ShareClosing = (typeof SHARE_CLOSINGS)[number];

export interface Share {
  readonly id: ShareId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly agencyId: AgencyId;
  readonly purpose: SharePurpose;
  readonly dataClasses: readonly DataClass[];
  readonly state: ShareState;
  readonly proposedBy: UserId;
  readonly proposedAt: Instant;
  readonly openedBy: UserId | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly closing: ShareClosing | null;
  readonly revision: number;
}

interface Grounds {
  readonly ledger: readonly ConsentEntry[];
  readonly overrides: readonly ConsentOverride[];
  readonly now: Instant;
}

/** On what ground a share may show one class right now: consent first, an override else, or none. */
export function groundFor(
  { agencyId, purpose }: Pick<Share, 'agencyId' | 'purpose'>,
  dataClass: DataClass,
  { ledger, overrides, now }: Grounds,
): 'consent' | 'override' | null {
  const question = { recipient: agencyRecipient(agencyId), purpose, dataClass };
  if (mayShare(ledger, question, now).kind === 'may') return 'consent';
  return overrides.some((override) => overrideCovers(override, question, now)) ? 'override' : null;
}

/** The classes of a share that there is a ground for right now. */
export function classesWithGround(
  share: Pick<Share, 'agencyId' | 'purpose' | 'dataClasses'>,
  grounds: Grounds,
): readonly DataClass[] {
  return share.dataClasses.filter((dataClass) => groundFor(share, dataClass, grounds) !== null);
}

/** Why a share whose ground went away by itself has lost it. */
export function closingOf(
  { agencyId, purpose, dataClasses }: Pick<Share, 'agencyId' | 'purpose' | 'dataClasses'>,
  { ledger, now }: Pick<Grounds, 'ledger' | 'now'>,
): ShareClosing {
  const recipient = agencyRecipient(agencyId);
  const doubted = dataClasses.some((dataClass) => {
    const decision = mayShare(ledger, { recipient, purpose, dataClass }, now);
    return decision.kind === 'may-not' && decision.reason === 'giver-was-a-child';
  });
  return doubted ? 'giver-was-a-child' : 'consent-expired';
}

/**
 * A share after consent or an override ended. An open one keeps the classes that still have a ground and closes when
 * none is left; a proposal closes as soon as one class is gone, because nobody proposed what would remain.
 */
export function afterLoss(share: Share, grounds: Grounds, closing: ShareClosing): Share {
  if (share.state === 'closed') return share;
  const left = classesWithGround(share, grounds);
  if (left.length === share.dataClasses.length) return share;
  const close = left.length === 0 || share.state === 'proposed';
  return close
    ? { ...share, state: 'closed', closedAt: grounds.now, closing }
    : { ...share, dataClasses: left };
}
