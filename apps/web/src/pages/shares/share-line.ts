import { agencyRecipient, classesWithGround, mayDo, type Instant, type Share } from '#libs/domain';
import { momentInWords } from '../../formatting/moments';
import type { ConsentParts } from '../consent/consent-reading';
import { classList, type RecipientWords } from '../consent/consent-words';
import { PURPOSE_WORDS } from '../consent/consent.copy';
import { CLOSING_WORDS, SEEN_WORDS, SHARE_STATE_WORDS } from './share.copy';

/** One share as the case page shows it: how it stands, what may be done, and what has already been seen. */
export function shareLine(share: Share, parts: ConsentParts & { readonly nameOfRecipient: RecipientWords }) {
  const { consent, actor, now, timezone, nameOfRecipient } = parts;
  const at = (instant: Instant) => momentInWords(instant, { now, timezone });
  const grounded = classesWithGround(share, { ledger: consent.ledger, overrides: consent.overrides, now });
  const may = mayDo(actor, 'propose-share');
  const missing = share.dataClasses.filter((dataClass) => !grounded.includes(dataClass));
  const path = `/cases/${share.caseId}/shares/${share.id}`;
  return {
    who: `${nameOfRecipient(agencyRecipient(share.agencyId))}, ${PURPOSE_WORDS[share.purpose]}`,
    what: classList(share.dataClasses),
    state: SHARE_STATE_WORDS[share.state],
    open: share.state === 'open' && missing.length === 0,
    when: share.closedAt !== null ? at(share.closedAt) : at(share.openedAt ?? share.proposedAt),
    closing: share.closing === null ? null : CLOSING_WORDS[share.closing],
    missing: share.state === 'closed' || missing.length === 0 ? null : classList(missing),
    openAction: may && share.state === 'proposed' && missing.length === 0 ? `${path}/open` : null,
    closeAction: may && share.state !== 'closed' ? `${path}/close` : null,
    revision: share.revision,
    seen: consent.seen
      .filter(({ agencyId }) => agencyId === share.agencyId)
      .map(({ what, people, times, lastAt }) => ({
        what: SEEN_WORDS[what] ?? what,
        by: people === 1 ? '1 person' : `${people} people`,
        times: times === 1 ? 'once' : `${times} times`,
        last: at(lastAt),
      })),
  };
}
