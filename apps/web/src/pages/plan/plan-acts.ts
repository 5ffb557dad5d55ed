import type { PlanContactEvent, PlanLeadEvent } from '#libs/domain';
import { notFound } from '../../errors/problem';

const DESK: readonly PlanLeadEvent[] = ['withdraw', 'keep', 'end'];
const SERVICE: readonly PlanLeadEvent[] = ['accept', 'decline', 'ask-back'];
const CONTACT: readonly PlanContactEvent[] = ['note-happened', 'note-not-happened', 'cancel'];

/** What the desk does to the lead of a plan, out of an address; any other address is of no page. */
export function deskEvent(typed: string): PlanLeadEvent {
  return oneOf(DESK, typed);
}

export function serviceEvent(typed: string): PlanLeadEvent {
  return oneOf(SERVICE, typed);
}

export function contactEvent(typed: string): PlanContactEvent {
  return oneOf(CONTACT, typed);
}

function oneOf<Code extends string>(codes: readonly Code[], typed: string): Code {
  const found = codes.find((code) => code === typed);
  if (found === undefined) throw notFound();
  return found;
}
