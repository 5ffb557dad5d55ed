import type { SarcLine } from '#libs/config';
import { siteOf } from '../../formatting/site-of';

/** A number that nobody has read at its source is not in the area pack: then the words say where it is found. */
const FORENSIC = {
  known: (centre: string, phone: string) => `Ring ${phone} now, day or night, before you go on: ${centre}.`,
  unknown: (centre: string, site: string) =>
    `Ring ${centre} now, day or night, before you go on; the number is on ${site}.`,
} as const;

export const PROMPTS = {
  sameCrime: (reference: string, sent: string) => ({
    title: 'Your team has sent this crime number before',
    text: `It is on ${reference}, sent ${sent}. The same person: delete this draft, the first one stands. Another person: go on. Not sure: send both, first responders check.`,
  }),
  dangerNow: {
    title: 'In danger now',
    text: 'Act first: 999 and your supervisor. When you send this, the person on call is paged, and the receipt tells you whether they have answered. Until they have, you still hold the risk.',
  },
  suicide: {
    title: 'Risk of suicide or self-harm',
    text: 'Do not leave the person alone with it: 999 if it is now, otherwise NHS 111 and choose mental health. The tick puts them at the top of the contact board.',
  },
  forensic: ({ name, phone, findAt }: SarcLine) => ({
    title: 'Samples may still be possible',
    text: `${phone === null ? FORENSIC.unknown(name, siteOf(findAt)) : FORENSIC.known(name, phone)} They decide with the person what can be done, and it is never too late to ask.`,
  }),
  under13: ({ name, phone, findAt }: SarcLine) => ({
    title: 'Under 13',
    text: `Children’s social care must be told today: make the child-protection referral yourself, this form does not. ${name} (${phone ?? `number on ${siteOf(findAt)}`}) sees children under 13 through police or social care.`,
  }),
  under18: {
    title: 'Under 18',
    text: 'Ask the young person themselves. A parent or carer is a safe contact only if the young person says so. If a child is at risk, tell children’s social care too.',
  },
  notAsked: {
    title: 'Not asked yet',
    text: 'You can send this now. Nobody calls before the person has agreed; your team gets a task to ask, and both clocks run.',
  },
  noNumber: {
    title: 'No number that is safe to call',
    text: 'You can send this now. Nobody can call; your team gets a task to find a safe way, and both clocks run.',
  },
} as const;
