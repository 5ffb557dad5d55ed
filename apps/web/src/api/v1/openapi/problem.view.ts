import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextProperty } from './properties';

export class FieldErrorView {
  @TextProperty('The field, as a path into the body, or the header or query parameter.', 'route.number')
  field: string;

  @TextProperty('What to do about it.', 'route.number must be a telephone number such as +447700900123')
  message: string;
}

/** RFC 9457: every answer that is not the one asked for. */
export class ProblemView {
  @TextProperty('The kind of problem.', 'urn:waymark:problem:invalid-input')
  type: string;

  @TextProperty('The kind of problem in words.', 'There is a problem with what was sent')
  title: string;

  @ApiProperty({ type: 'integer', description: 'The HTTP status.', example: 422 })
  status: number;

  @TextProperty(
    'What went wrong this time.',
    'Some of the values are missing or not valid. Nothing was saved.',
  )
  detail: string;

  @TextProperty('This request, for whoever looks into it.', 'urn:uuid:00000000-0000-4000-8000-00000000b001')
  instance: string;

  @ApiPropertyOptional({ description: 'The code of the rule that said no.', example: 'in-the-future' })
  reason?: string;

  @ApiPropertyOptional({ type: [FieldErrorView], description: 'Each field that needs a change.' })
  errors?: FieldErrorView[];
}
