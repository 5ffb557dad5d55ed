import { agencyRecipient, groundFor, purposeOfKind, type AgencyId, type SupportKind } from '#libs/domain';
import type { ConsentParts } from '../consent/consent-reading';
import { aboutHref } from '../consent/consent-words';
import { REQUEST } from './request.copy';

/** Whether it may be sent to this service at this instant: the ground, or what has to be asked first (P6). */
export function groundLine(
  parts: ConsentParts,
  { kind, agencyId }: { readonly kind: SupportKind; readonly agencyId: AgencyId },
) {
  const purpose = purposeOfKind(kind);
  const grounds = { ledger: parts.consent.ledger, overrides: parts.consent.overrides, now: parts.now };
  const ground = groundFor({ agencyId, purpose }, 'needs', grounds);
  const about = { purpose, recipient: agencyRecipient(agencyId) };
  return {
    ground,
    words: ground === null ? REQUEST.noGround : REQUEST.grounds[ground],
    recordHref: ground === null ? aboutHref(parts.summary.caseId, 'new', about) : null,
  };
}
