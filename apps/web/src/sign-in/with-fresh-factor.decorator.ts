import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const WITH_FRESH_FACTOR = 'waymark:with-fresh-factor';

/**
 * Only with a second factor of the last 5 minutes: a page leads through the identity provider and back, a program gets
 * the challenge of RFC 9470.
 */
export function WithFreshFactor(): CustomDecorator {
  return SetMetadata(WITH_FRESH_FACTOR, true);
}
