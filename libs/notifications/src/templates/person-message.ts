import {
  fillPersonTemplate,
  personTemplateFaults,
  type Instant,
  type MessageChannel,
  type PersonTemplate,
} from '#libs/domain';
import type { MessageText } from './message-text';

/**
 * A message to one person from its approved template: a day and a time, in the words of the version that was shown to
 * whoever queued it. The subject of a mail is empty on a phone. Throws for a template with faults: that is a fault of
 * ours, and nothing is sent (P5).
 */
export function personMessage({
  template,
  channel,
  aboutAt,
  timezone,
  tellingWords,
}: {
  readonly template: PersonTemplate;
  readonly channel: MessageChannel;
  readonly aboutAt: Instant;
  readonly timezone: string;
  readonly tellingWords: readonly string[];
}): MessageText {
  if (personTemplateFaults(template, tellingWords).length > 0)
    throw new Error('a template with faults is never sent');
  const values = { day: dayInWords(aboutAt, timezone), time: clockTime(aboutAt, timezone) };
  if (channel === 'text') return { subject: '', body: fillPersonTemplate(template.phone, values) };
  return { subject: template.subject, body: `${fillPersonTemplate(template.mail, values).trimEnd()}\n` };
}

/** As a person says it: Tuesday 24 November. */
function dayInWords(at: Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const part = partOf(format, at);
  return `${part('weekday')} ${part('day')} ${part('month')}`;
}

/** 4pm, 4:30pm, midday: no reader has to know a clock of 24 hours. */
function clockTime(at: Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = partOf(format, at);
  const [hour, minute] = [Number(part('hour')), part('minute')];
  if (minute === '00' && hour === 12) return 'midday';
  const minutes = minute === '00' ? '' : `:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function partOf(format: Intl.DateTimeFormat, at: Instant) {
  const parts = format.formatToParts(at);
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
}
