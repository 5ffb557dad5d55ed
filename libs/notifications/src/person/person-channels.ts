import type { PersonMail as Message, PersonTransport } from '#libs/casework';
import type { HandOverAnswer, MessageChannel } from '#libs/domain';
import { plainAddress, type PersonMail } from '../mail';
import type { NotifySms } from '../sms';
import { personMessage } from '../templates';

/**
 * The one way out to a person: what is not set up is no channel. Each message is made here, from its template and one
 * instant, so that no caller can put a word of their own into it (P5).
 */
export class PersonChannels implements PersonTransport {
  readonly channels: readonly MessageChannel[];

  constructor(
    private readonly out: { readonly mail: PersonMail | null; readonly sms: NotifySms | null },
    private readonly area: { readonly timezone: string; readonly tellingWords: readonly string[] },
  ) {
    this.channels = [
      ...(out.mail === null ? [] : (['email'] as const)),
      ...(out.sms === null ? [] : (['text'] as const)),
    ];
  }

  async handOver({ messageId, channel, to, template, aboutAt }: Message): Promise<HandOverAnswer> {
    const { mail, sms } = this.out;
    const text = personMessage({ template, channel, aboutAt, ...this.area });
    if (channel === 'text') return sms === null ? 'refused' : sms.send({ to, body: text.body, messageId });
    const address = plainAddress(to);
    if (mail === null || address === null) return 'refused';
    return mail.send({ to: address, text, messageId });
  }
}
