import { requireReference, type MessageText } from './message-text';

/** More than a reader takes in; the page behind the link has them all. */
const MOST_LISTED = 20;

/**
 * Tells one member of staff that alerts wait. Whoever else reads the mail, on a lock screen or over a shoulder,
 * learns that a case system sent it and nothing about anyone: a reference and a link are all it may hold (P5).
 */
export function alertsWaiting({
  references,
  publicUrl,
}: {
  readonly references: readonly string[];
  readonly publicUrl: string;
}): MessageText {
  const known = [...new Set(references.map(requireReference))].toSorted();
  const [first] = known;
  if (first === undefined) throw new Error('a message about no alert');
  const link = new URL('/alerts', new URL(publicUrl).origin).href;
  if (known.length === 1) {
    return {
      subject: `Waymark: ${first} needs you`,
      body: lines([`${first} needs you.`, '', `Open it: ${link}`]),
    };
  }
  const listed = known.slice(0, MOST_LISTED);
  const rest = known.length - listed.length;
  return {
    subject: `Waymark: ${known.length} references need you`,
    body: lines([
      'These need you:',
      ...listed,
      ...(rest > 0 ? [`and ${rest} more`] : []),
      '',
      `Open them: ${link}`,
    ]),
  };
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
