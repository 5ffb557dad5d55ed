import type { DeliveryReport } from '#libs/casework';
import type { PersonMessageId } from '#libs/domain';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';

/** The words of the published interface: `delivered`, or one of the failures. A temporary one is not tried again here. */
const OUTCOME_OF: Readonly<Record<string, DeliveryReport['outcome']>> = {
  delivered: 'delivered',
  'permanent-failure': 'failed',
  'temporary-failure': 'failed',
  'technical-failure': 'failed',
};

/** Which of our messages a report is about, and what it says; null when it is about none, or not final. */
export function readTextStatus(body: unknown): DeliveryReport | null {
  if (typeof body !== 'object' || body === null) return null;
  const { reference, status } = body as Record<string, unknown>;
  const outcome = typeof status === 'string' ? OUTCOME_OF[status] : undefined;
  if (outcome === undefined || !isSafeId(reference)) return null;
  return { messageId: reference as PersonMessageId, outcome };
}
