import type { Area } from '../settings';

export function findSupportPage({ sarcLine, serviceName, support }: Area) {
  return {
    leaveHref: '/find-support/leave',
    leavingHref: '/find-support/leaving',
    serviceName,
    sarc: { name: sarcLine.name, phone: sarcLine.phone, href: telephone(sarcLine.phone) },
    lines: support.lines.map(({ name, forWhom, phone, hours }) => ({
      name,
      forWhom,
      phone,
      hours,
      href: telephone(phone),
    })),
  };
}

function telephone(phone: string): string {
  return `tel:${phone.replaceAll(' ', '')}`;
}
