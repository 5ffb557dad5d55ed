import { ArrayMinSize, IsIn } from 'class-validator';
import { SHARE_PURPOSES, type DataClass, type SharePurpose } from '#libs/domain';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { DataClasses } from '../consent/recipient.dto';
import { CodeProperty, IdProperty } from '../openapi/properties';

export class ProposeShareBody {
  @IdProperty('The service that would read it.')
  @SafeId()
  agencyId: string;

  @CodeProperty(SHARE_PURPOSES, 'What for.')
  @IsIn(SHARE_PURPOSES)
  purpose: SharePurpose;

  @DataClasses('What they would see.')
  @ArrayMinSize(1)
  dataClasses: DataClass[];
}
