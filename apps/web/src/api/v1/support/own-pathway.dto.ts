import { IsIn, ValidateIf } from 'class-validator';
import { OWN_PATHWAYS, SUPPORTER_RELATIONS, type OwnPathwayKind, type SupporterRelation } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';
import { ReferredPersonBody } from '../referrals/referred-person.dto';

const OPTIONAL = { required: false };

/**
 * Somebody whom no search finds: a name to ask for, an age and a safe number, or what stands in for it. There is no
 * room for a full name or a crime number.
 */
export class OwnPathwayBody extends ReferredPersonBody {
  @CodeProperty(OWN_PATHWAYS, 'Somebody who stays anonymous, or somebody’s supporter.')
  @IsIn(OWN_PATHWAYS)
  pathway: OwnPathwayKind;

  @CodeProperty(SUPPORTER_RELATIONS, 'Who a supporter is, never to whom; not with anonymous.', OPTIONAL)
  @ValidateIf(({ pathway }: OwnPathwayBody, value) => pathway === 'supporter' || value !== undefined)
  @IsIn(SUPPORTER_RELATIONS)
  relation?: SupporterRelation;

  @TextProperty('What the referral centre calls the person; not with supporter. It is sealed.', 'ZZ-SAMPLE', {
    ...OPTIONAL,
    maxLength: 50,
  })
  @MayBeOmitted()
  @CleanText({ max: 50, min: 1 })
  sarcCode?: string;

  @TextProperty('Home district, as a code of the Office for National Statistics.', 'E07999999', {
    ...OPTIONAL,
    maxLength: 9,
  })
  @MayBeOmitted()
  @CleanText({ max: 9, min: 1 }, { message: '$property must be the code of a district of this area' })
  district?: string;
}
