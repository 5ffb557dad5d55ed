import type { Role } from '#libs/domain';
import { NAVIGATION, type NavigationLink } from './navigation.copy';

export interface NavigationItem extends NavigationLink {
  readonly current: boolean;
  readonly active: boolean;
}

/** Where a role starts. A role whose pages are not built yet starts at a page that says so. */
export function homeOf(role: Role): string {
  return NAVIGATION[role][0]?.href ?? '/welcome';
}

/** `current` is this very page; `active` is the section it belongs to: the longest address that leads to it. */
export function navigationFor(role: Role, path: string): readonly NavigationItem[] {
  const links = NAVIGATION[role];
  const leading = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .reduce((longest, { href }) => (href.length > longest.length ? href : longest), '');
  return links.map((link) => ({ ...link, current: link.href === path, active: link.href === leading }));
}
