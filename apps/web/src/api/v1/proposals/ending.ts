import type { ChangeInput } from '#libs/casework';
import { instant } from '#libs/domain';
import type { ProposalBody } from './proposal.dto';

/** What every proposal says besides its change, as the use case takes it. */
export function endingOf({
  basedOnVersion,
  effectiveFrom,
  reason,
}: ProposalBody): Pick<ChangeInput, 'basedOnVersion' | 'effectiveFrom' | 'reason'> {
  return { basedOnVersion, effectiveFrom: effectiveFrom === null ? null : instant(effectiveFrom), reason };
}
