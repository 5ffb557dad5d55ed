import PostalMime from 'postal-mime';

export interface CaughtMessage {
  readonly id: number;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

const KEPT = 500;

/** The last few hundred messages, in memory only; the newest first. */
export class Mailbox {
  private readonly messages: CaughtMessage[] = [];
  private lastId = 0;

  async add({ raw, from, to }: { raw: Buffer; from: string; to: readonly string[] }): Promise<void> {
    const { subject, text = '' } = await PostalMime.parse(raw);
    this.lastId += 1;
    this.messages.unshift({
      id: this.lastId,
      receivedAt: new Date().toISOString(),
      from,
      to: to.join(', '),
      subject: subject || 'No subject',
      text,
      links: [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link),
    });
    this.messages.length = Math.min(this.messages.length, KEPT);
  }

  all(): readonly CaughtMessage[] {
    return this.messages;
  }

  find(id: number): CaughtMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }
}
