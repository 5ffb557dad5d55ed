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

/** As many as stand in a line on a wide screen; whoever has more finds the rest behind one link. */
const MOST_IN_LINE = 7;
const MORE: NavigationLink = { text: 'More', href: '/more' };

/** What does not stand in the line: nothing for most roles. */
export function moreFor(role: Role): readonly NavigationLink[] {
  const links = NAVIGATION[role];
  return links.length > MOST_IN_LINE ? links.slice(MOST_IN_LINE - 1) : [];
}

/** `current` is this very page; `active` is the section it belongs to: the longest address that leads to it. */
export function navigationFor(role: Role, path: string): readonly NavigationItem[] {
  const links = NAVIGATION[role];
  const leading = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .reduce((longest, { href }) => (href.length > longest.length ? href : longest), '');
  const more = moreFor(role);
  const inLine = more.length === 0 ? links : [...links.slice(0, MOST_IN_LINE - 1), MORE];
  const shown = more.some(({ href }) => href === leading) ? MORE.href : leading;
  return inLine.map((link) => ({
    ...link,
    current: link.href === path,
    active: link.href === shown || link.href === path,
  }));
}
