import type { Instant } from '#libs/domain';
import type { RouteInput } from '../safe-contact/route-input';

/** What an officer answers: one of these, and never a sentence. */
export type PoliceAnswer =
  | { readonly kind: 'route-given'; readonly route: RouteInput }
  | { readonly kind: 'crime-number-given'; readonly reference: string }
  | { readonly kind: 'agreed' }
  | { readonly kind: 'no-contact-wanted' }
  | { readonly kind: 'ask-again'; readonly at: Instant };
