import type { HandOverAnswer } from '#libs/domain';

/** Faults that come before anything of the message has been said: it has certainly not left. */
const BEFORE_THE_MESSAGE = ['ECONNECTION', 'ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'EAUTH', 'ETLS', 'EPROXY'];

/**
 * What a fault of an SMTP hand-over means. Only a reply of the server, or a connection that never came to be, is a
 * clear answer; a line that went dead may have carried the message.
 */
export function smtpAnswerOf(error: unknown): Exclude<HandOverAnswer, 'accepted'> {
  const { code, command, responseCode } = fieldsOf(error);
  if (code !== null && BEFORE_THE_MESSAGE.includes(code)) return 'temporary';
  if (command === 'CONN') return 'temporary';
  if (responseCode !== null && responseCode >= 500) return 'refused';
  if (responseCode !== null && responseCode >= 400) return 'temporary';
  return 'unknown';
}

function fieldsOf(error: unknown) {
  const read = (name: string): unknown =>
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
  const [code, command, responseCode] = [read('code'), read('command'), read('responseCode')];
  return {
    code: typeof code === 'string' ? code : null,
    command: typeof command === 'string' ? command : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  };
}
