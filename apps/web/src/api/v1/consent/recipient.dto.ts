import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import { BODIES, DATA_CLASSES, type Recipient } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { CodesProperty, TextProperty } from '../openapi/properties';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const RECIPIENT = new RegExp(`^(${BODIES.join('|')}|agency:${UUID})$`);

/** Who would be told: an agency that works here, or a body outside. */
export class RecipientBody {
  @TextProperty(
    `One of ${BODIES.join(', ')}; or agency: and the id of a service that we share with.`,
    'agency:00000000-0000-4000-8000-000000000006',
    { maxLength: 43 },
  )
  @CleanText({ max: 43, min: 1 })
  @Matches(RECIPIENT, { message: '$property must be a code of the list, or agency: and an id' })
  recipient: Recipient;
}

export function DataClasses(
  description: string,
  options: { readonly required?: boolean } = {},
): PropertyDecorator {
  const decorators = [
    CodesProperty(DATA_CLASSES, description, options),
    IsArray(),
    ArrayMaxSize(DATA_CLASSES.length),
    ArrayUnique(),
    IsIn(DATA_CLASSES, { each: true }),
  ];
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}
