import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, RouteId, UserId } from '../ids';
import type { Instant } from '../time';
import type { PersonTemplateId } from './person-template';

export type PersonMessageId = Brand<string, 'PersonMessageId'>;

/** The two ways in which a machine may write to a person. A call is made by somebody. */
export const MESSAGE_CHANNELS = ['email', 'text'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What messages may be about. */
export const MESSAGE_KINDS = ['appointment'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type PersonMessageState = 'queued' | 'handed-over' | 'delivered' | 'failed' | 'withheld' | 'cancelled';

/** Why a message went nowhere, or no further. Codes only: the journal keeps them. */
export type MessageEnd =
  | 'stopped'
  | 'restricted'
  | 'unknown-route'
  | 'route-suspended'
  | 'route-quarantined'
  | 'not-permitted'
  | 'permission-unknown'
  | 'wrong-kind'
  | 'seen-by-others'
  | 'no-wording'
  | 'check-expired'
  | 'outside-safe-times'
  | 'too-late'
  | 'channel-off'
  | 'unreadable'
  | 'case-closed'
  | 'not-accepted'
  | 'bounced'
  | 'given-up'
  | 'outcome-unknown'
  | 'stop-word'
  | 'died'
  | 'asked-to-stop'
  | 'consent-withdrawn'
  | 'erased'
  | 'by-staff';

/** One message to one person on one of their routes: which text about which instant, never the words themselves. */
export interface PersonMessage {
  readonly id: PersonMessageId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly routeId: RouteId;
  readonly channel: MessageChannel;
  readonly kind: MessageKind;
  readonly templateId: PersonTemplateId;
  /** The version that was shown to whoever queued it, and no later one. */
  readonly templateVersion: number;
  /** The instant that the message is about. A message that has not left by then never does. */
  readonly aboutAt: Instant;
  readonly state: PersonMessageState;
  readonly reason: MessageEnd | null;
  /** How often a transport was asked to take it. */
  readonly tries: number;
  readonly nextTryAt: Instant | null;
  readonly queuedBy: UserId;
  readonly queuedAt: Instant;
  readonly handedOverAt: Instant | null;
}
