import type { AgeBand } from '../referral/age-band';
import type { Source } from '../referral/codes';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';
import { maySendToSarc } from '../safeguarding/sarc-route';
import type { OwnPathwayKind, PathwayEnd, SupporterRelation } from './codes';

/**
 * Somebody whom nobody may find by a name or take for somebody else: a person who gives a pseudonym at the referral
 * centre, or somebody's supporter. While it stands they are marked in no index, so that nothing compares them.
 */
export interface OwnPathway {
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly kind: OwnPathwayKind;
  /** Who a supporter is to whom they support; null for anybody else. */
  readonly relation: SupporterRelation | null;
  readonly openedBy: UserId;
  readonly openedAt: Instant;
  readonly ended: PathwayEnd | null;
  readonly endedBy: UserId | null;
  readonly endedAt: Instant | null;
}

export type PathwayRefusal =
  'not-from-the-police' | 'crime-number-given' | 'sarc-closed-by-age' | 'own-call-only';

/**
 * Whether a referral may open a pathway of its own; null when it may. Nobody stays anonymous to us through the police,
 * a child under 13 reaches the referral centre through the police or social care alone, and a supporter's record comes
 * from the supporter's own call and from nobody else's.
 */
export function ownPathwayRefusal(asked: {
  readonly kind: OwnPathwayKind;
  readonly source: Source;
  readonly band: AgeBand;
  readonly crimeNumberGiven: boolean;
}): PathwayRefusal | null {
  const { kind, source, band, crimeNumberGiven } = asked;
  if (source === 'police') return 'not-from-the-police';
  if (crimeNumberGiven) return 'crime-number-given';
  if (kind === 'supporter') return source === 'self' ? null : 'own-call-only';
  return maySendToSarc({ band, told: [] }) ? null : 'sarc-closed-by-age';
}
