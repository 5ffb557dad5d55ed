import type { OwnPathwayReferral, PathwayInput } from '#libs/casework';
import type { Source } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { maybeTextOf, referralInputOf } from '../referrals/referral-input';
import type { OwnPathwayBody } from './own-pathway.dto';

/** A checked body as the use case takes it. Who rings agreed by ringing. */
export function ownPathwayInputOf(body: OwnPathwayBody, source: Source): OwnPathwayReferral {
  return { ...referralInputOf({ ...body, source }), agreement: 'agreed', pathway: pathwayOf(body) };
}

function pathwayOf({ pathway, relation, sarcCode }: OwnPathwayBody): PathwayInput {
  if (pathway === 'anonymous') {
    if (relation !== undefined) throw wrong('relation', 'Leave relation out with anonymous');
    return { kind: pathway, sarcCode: maybeTextOf(sarcCode) };
  }
  if (sarcCode !== undefined) throw wrong('sarcCode', 'Leave sarcCode out with supporter');
  if (relation === undefined) throw wrong('relation', 'relation must say who a supporter is');
  return { kind: pathway, relation };
}

function wrong(field: string, message: string) {
  return invalidInput([{ field, message }]);
}
