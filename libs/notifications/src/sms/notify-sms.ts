import type { HandOverAnswer } from '#libs/domain';
import { notifyKey, notifyToken, type NotifyKey } from './notify-token';

const PATIENCE_MILLISECONDS = 4_000;

/** One mobile number in international form, as the vault keeps it; anything else is no number to text. */
const MOBILE = /^\+[1-9]\d{7,14}$/;

export interface NotifySmsOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** A template at Notify whose whole text is ((message)): the words are ours, approved here. */
  readonly templateId: string;
}

/**
 * Text messages through GOV.UK Notify, by its published interface (POST /v2/notifications/sms). Nothing is asked
 * twice here: an answer that does not come is unknown, because the text may have gone.
 */
export class NotifySms {
  private readonly key: NotifyKey;
  private readonly address: string;

  constructor(private readonly options: NotifySmsOptions) {
    this.key = notifyKey(options.apiKey);
    this.address = new URL('/v2/notifications/sms', options.baseUrl).href;
  }

  async send(text: { to: string; body: string; messageId: string }): Promise<HandOverAnswer> {
    const { to, body, messageId } = text;
    if (!MOBILE.test(to)) return 'refused';
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${notifyToken(this.key, Math.floor(Date.now() / 1_000))}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          phone_number: to,
          template_id: this.options.templateId,
          personalisation: { message: body },
          reference: messageId,
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      });
      await response.arrayBuffer();
      return answerOf(response.status);
    } catch (error) {
      return neverConnected(error) ? 'temporary' : 'unknown';
    }
  }
}

/** 429 is a limit and 5xx is Notify's own trouble; it has queued nothing then. A key or text it refuses is ours to mend. */
function answerOf(status: number): HandOverAnswer {
  if (status === 201) return 'accepted';
  if (status === 429 || status === 401 || status === 403 || status >= 500) return 'temporary';
  return status >= 400 ? 'refused' : 'unknown';
}

function neverConnected(error: unknown): boolean {
  const code = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(code));
}
