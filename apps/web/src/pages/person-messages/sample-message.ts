import {
  HOUR,
  instantAtLocal,
  localDate,
  plus,
  type Instant,
  type MessageChannel,
  type PersonTemplate,
} from '#libs/domain';
import { personMessage } from '#libs/notifications';

export interface SampleMessage {
  readonly subject: string;
  readonly lines: readonly string[];
  /** What a phone shows while it is locked: the sender's part is the address, then the first words. */
  readonly lockScreen: string;
}

/** A sample leaves for nobody: the words of the area are looked at in the form, and again when a message is sent. */
const NO_WORDS_OF_THE_AREA: readonly string[] = [];

/** A message as it will look, made by the very function that makes the real ones. */
export function sampleMessage(
  template: PersonTemplate,
  { channel, aboutAt, timezone }: { channel: MessageChannel; aboutAt: Instant; timezone: string },
): SampleMessage {
  const { subject, body } = personMessage({
    template,
    channel,
    aboutAt,
    timezone,
    tellingWords: NO_WORDS_OF_THE_AREA,
  });
  const lines = body.trimEnd().split('\n');
  const first = lines.filter((line) => line !== '').join(' ');
  const shown = first.length > 60 ? `${first.slice(0, 60).trimEnd()}…` : first;
  return { subject, lines, lockScreen: subject === '' ? shown : `${subject}. ${shown}` };
}

/** Four in the afternoon of the next day: a time that a call might be promised for. */
export function sampleTime(now: Instant, timezone: string): Instant {
  const date = localDate(plus(now, 24 * HOUR), timezone);
  const at = instantAtLocal({ date, time: '16:00', timezone, repeated: 'earlier', missing: 'after' });
  return at.kind === 'instant' ? at.at : now;
}
