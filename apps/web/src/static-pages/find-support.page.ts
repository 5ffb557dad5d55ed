import type { SarcLine } from '#libs/config';
import { siteOf } from '../formatting/site-of';
import type { Area } from '../settings';

export function findSupportPage({ sarcLine, serviceName, support }: Area) {
  return {
    leaveHref: '/find-support/leave',
    leavingHref: '/find-support/leaving',
    serviceName,
    sarc: sarcOf(sarcLine),
    lines: support.lines.map(({ name, forWhom, phone, hours }) => ({
      name,
      forWhom,
      phone,
      hours,
      href: telephone(phone),
    })),
  };
}

/** Where a number was not read at its source, the page that lists every centre takes its place. */
function sarcOf({ name, phone, findAt }: SarcLine) {
  if (phone !== null) return { name, before: '', text: phone, href: telephone(phone) };
  return { name, before: 'the number is on ', text: siteOf(findAt), href: findAt };
}

function telephone(phone: string): string {
  return `tel:${phone.replaceAll(' ', '')}`;
}
