import type { MessageTemplate } from '#libs/domain';
import { staffMessage, type MessageText } from '#libs/notifications';
import { SAMPLE_REFERENCES } from './message-templates.copy';

/** Stands for the service's own address where a page must not depend on it. */
const SAMPLE_ADDRESS = 'https://waymark.example';

export interface SampleMail {
  readonly subject: string;
  readonly lines: readonly string[];
  /** What a phone shows while it is locked: the sender, the subject and the first words. */
  readonly lockScreen: string;
}

/** A sample leaves for nobody: the words of the area are looked at in the form, and again when a mail is sent. */
const NO_WORDS_OF_THE_AREA: readonly string[] = [];

/** Both mails of a template as they will look, made by the very function that makes the real ones. */
export function sampleMails(template: MessageTemplate): {
  readonly one: SampleMail;
  readonly many: SampleMail;
} {
  const mail = (references: readonly string[]) =>
    sampleOf(
      staffMessage({
        template,
        references,
        publicUrl: SAMPLE_ADDRESS,
        tellingWords: NO_WORDS_OF_THE_AREA,
      }),
    );
  return { one: mail(SAMPLE_REFERENCES.slice(0, 1)), many: mail(SAMPLE_REFERENCES) };
}

function sampleOf({ subject, body }: MessageText): SampleMail {
  const lines = body.trimEnd().split('\n');
  const first = lines.filter((line) => line !== '').join(' ');
  const shown = first.length > 60 ? `${first.slice(0, 60).trimEnd()}…` : first;
  return { subject, lines, lockScreen: `${subject}. ${shown}` };
}
