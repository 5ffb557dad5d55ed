import { BODIES, PURPOSES, purposeFits, type MatrixLine, type Recipient } from '#libs/domain';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';

/** The question a page is about, out of its address or its hidden fields; null when it makes no sense. */
export function readAbout(purposeText: unknown, recipientText: unknown): MatrixLine | null {
  const purpose = PURPOSES.find((code) => code === purposeText);
  const recipient = readRecipient(recipientText);
  if (purpose === undefined || recipient === null || !purposeFits(purpose, recipient)) return null;
  return { purpose, recipient };
}

export function readRecipient(text: unknown): Recipient | null {
  const body = BODIES.find((code) => code === text);
  if (body !== undefined) return body;
  if (typeof text !== 'string' || !text.startsWith('agency:')) return null;
  return isSafeId(text.slice('agency:'.length)) ? (text as Recipient) : null;
}
