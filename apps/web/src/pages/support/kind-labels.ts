import type { AreaPack } from '#libs/config';
import { SUPPORT_KINDS, type SupportKind } from '#libs/domain';

/** What each kind of support is called in this area, for lists of choices. */
export function labelsFor({ labels }: Pick<AreaPack, 'labels'>): Readonly<Record<SupportKind, string>> {
  return Object.fromEntries(SUPPORT_KINDS.map((kind) => [kind, labels[kind].name])) as Record<
    SupportKind,
    string
  >;
}
