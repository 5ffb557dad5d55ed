import type { Permission, Route } from '#libs/domain';

/** A way to reach the person, as somebody tells us of it: the value in clear, on its way to the vault. */
export interface RouteInput {
  readonly kind: Route['kind'];
  /** A telephone number in E.164, or an e-mail address. */
  readonly value: string;
  readonly whose: string | null;
  readonly call: Permission;
  readonly text: Permission;
  readonly voicemail: Permission;
  readonly email: Permission;
}
