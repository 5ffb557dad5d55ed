import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { HandOverAnswer } from '#libs/domain';

export interface SmtpEnvelope {
  readonly from: string;
  readonly to: string;
}

/**
 * One message over one connection of its own, and what came of it. The two halves are told apart, because only the
 * first is harmless: until the server has greeted us and knows us, nothing has left. After that, a reply is a clear
 * answer and silence is none: the message may be with somebody.
 */
export async function smtpExchange(
  server: SMTPConnection.Options & { readonly auth: SMTPConnection.Credentials | null },
  { envelope, message }: { readonly envelope: SmtpEnvelope; readonly message: Buffer },
): Promise<HandOverAnswer> {
  const { auth, ...options } = server;
  const connection = new SMTPConnection(options);
  const broken = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('the connection ended')));
  });
  broken.catch(() => undefined);
  try {
    await Promise.race([greeted(connection, auth), broken]);
  } catch {
    connection.close();
    return 'temporary';
  }
  try {
    return await Promise.race([sent(connection, envelope, message), broken]);
  } catch (error) {
    return answerOf(error);
  } finally {
    connection.close();
  }
}

function greeted(connection: SMTPConnection, auth: SMTPConnection.Credentials | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const ready = (error?: Error | null) => (error ? reject(error) : resolve());
    connection.connect((error) => (error || auth === null ? ready(error) : connection.login(auth, ready)));
  });
}

function sent(
  connection: SMTPConnection,
  { from, to }: SmtpEnvelope,
  message: Buffer,
): Promise<HandOverAnswer> {
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [to] }, message, (error, info) => {
      if (error) reject(error);
      else resolve(info.accepted.length === 1 && info.accepted[0] === to ? 'accepted' : 'unknown');
    });
  });
}

function answerOf(error: unknown): HandOverAnswer {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  if (typeof code !== 'number' || code < 400) return 'unknown';
  return code >= 500 ? 'refused' : 'temporary';
}
