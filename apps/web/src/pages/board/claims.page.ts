import type { CaseId } from '#libs/domain';
import type { ClaimOnCase } from '#libs/persistence';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { nameWithIs } from '../colleagues/name-in-words';
import { HELD } from './claims.copy';

/** The interruption: "Sample Responder Clover is calling now, since 10:04am. Call anyway?" */
export function heldPage(
  { caseId, claim, nameOf }: { caseId: CaseId; claim: ClaimOnCase; nameOf: NameOf },
  { timezone }: { timezone: string },
) {
  return {
    ...HELD,
    reference: claim.reference,
    sentence: `${nameWithIs(nameOf(claim.userId))} calling now, since ${timeOfDay(claim.since, timezone)}. Call anyway?`,
    sinceInFull: timeInWords(claim.since, timezone),
    action: `/cases/${caseId}/claim`,
    caseHref: `/cases/${caseId}`,
  };
}
