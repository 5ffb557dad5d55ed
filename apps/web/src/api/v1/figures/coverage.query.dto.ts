import { IsIn } from 'class-validator';
import { OFFENCE_DEFINITIONS, type OffenceDefinition } from '#libs/domain';
import { CodeProperty } from '../openapi/properties';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeFiguresQuery } from './code-figures.query.dto';

export class CoverageQuery extends CodeFiguresQuery {
  @CodeProperty(OFFENCE_DEFINITIONS, 'What the recorded offences count; all sexual offences without it.', {
    required: false,
  })
  @MayBeOmitted()
  @IsIn(OFFENCE_DEFINITIONS, { message: `definition must be one of ${OFFENCE_DEFINITIONS.join(', ')}` })
  definition?: OffenceDefinition;
}
