import { IsIn } from 'class-validator';
import type { RectifyInput } from '#libs/casework';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';

const FIELDS = [
  'full-name',
  'name-to-ask-for',
  'date-of-birth',
  'other',
] as const satisfies RectifyInput['field'][];

export class RectifyBody {
  @CodeProperty(FIELDS, 'What is wrong.')
  @IsIn(FIELDS)
  field: RectifyInput['field'];

  @TextProperty(
    'What should stand there; left out, their words are put beside it without a change.',
    'Sample Person Quillfeather',
    {
      required: false,
      maxLength: 200,
    },
  )
  @MayBeOmitted()
  @CleanText({ max: 200, min: 1 })
  after?: string;

  @TextProperty('What they said is wrong, and what you decided; sealed.', 'The name is spelt wrongly', {
    maxLength: 2_000,
  })
  @CleanText({ max: 2_000, min: 1 })
  words: string;
}
