import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { SAID_BY, type Permission, type SaidBy } from '#libs/domain';
import { CodeProperty } from '../openapi/properties';
import { PERMISSIONS } from './phone-route.dto';
import { WayBody } from './way.dto';

export class AddRouteBody {
  @ApiProperty({
    type: WayBody,
    description: 'The number or e-mail address, and what the person said is safe on it.',
  })
  @IsObject({ message: '$property must be a number or an e-mail address with what is safe on it' })
  @ValidateNested()
  @Type(() => WayBody)
  route: WayBody;

  @CodeProperty(SAID_BY, 'Who said so.')
  @IsIn(SAID_BY)
  saidBy: SaidBy;
}

export class PermitRouteBody {
  @CodeProperty(PERMISSIONS, 'May we call? Unknown is taken as no.')
  @IsIn(PERMISSIONS)
  call: Permission;

  @CodeProperty(PERMISSIONS, 'May we send a text message? Unknown is taken as no.')
  @IsIn(PERMISSIONS)
  text: Permission;

  @CodeProperty(PERMISSIONS, 'May we leave a message? Unknown is taken as no.')
  @IsIn(PERMISSIONS)
  voicemail: Permission;

  @CodeProperty(SAID_BY, 'Who said so.')
  @IsIn(SAID_BY)
  saidBy: SaidBy;
}
