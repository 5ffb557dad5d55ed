import type { AreaPack, OidcEnvironment, WebEnvironment } from '#libs/config';
import type { Role, UserId } from '#libs/domain';

/** What the pages need to know of the area pack. */
export type Area = Pick<
  AreaPack,
  | 'name'
  | 'sample'
  | 'timezone'
  | 'serviceName'
  | 'tellingWords'
  | 'sarcLine'
  | 'support'
  | 'districts'
  | 'publicCounts'
  | 'framework'
>;

/** Someone invented who can be signed in as, in a synthetic instance only. */
export interface Persona {
  readonly key: string;
  readonly userId?: UserId;
  readonly role: Role;
  readonly label: string;
  readonly name: string;
  readonly tryFirst: readonly { readonly text: string; readonly path: string }[];
}

export interface WebSettings extends Pick<
  WebEnvironment,
  'publicUrl' | 'sessionSecret' | 'inboxUrl' | 'logLevel' | 'smsCallbackToken'
> {
  readonly oidc: OidcEnvironment;
  readonly area: Area;
  readonly personas: readonly Persona[];
}

export const WEB_SETTINGS = Symbol('WebSettings');
