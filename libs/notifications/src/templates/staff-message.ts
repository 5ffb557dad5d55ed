import { fillTemplate, templateFaults, type MessageTemplate, type TemplateId } from '#libs/domain';
import { requireReference, type MessageText } from './message-text';

/** More than a reader takes in; the page behind the link has them all. */
const MOST_LISTED = 20;

/** Where the link of each message leads: never to a record, so that a mail alone names none. */
const PAGE_OF: Readonly<Record<TemplateId, string>> = {
  'alerts-waiting': '/alerts',
  'urgent-page': '/alerts/urgent',
  'work-overdue': '/waiting',
  'opened-in-emergency': '/waiting/openings',
  'sharing-changed': '/waiting/shares',
  'decision-waiting': '/conflicts',
};

/**
 * A message to one member of staff from its approved template. Whoever else reads it, on a lock screen or over a
 * shoulder, learns that a system sent it and nothing about anyone: a reference and a link are all it may hold (P5).
 * Throws for a template with faults and for anything that is no reference: both are faults of ours.
 */
export function staffMessage({
  template,
  references,
  publicUrl,
  tellingWords,
}: {
  readonly template: MessageTemplate;
  readonly references: readonly string[];
  readonly publicUrl: string;
  readonly tellingWords: readonly string[];
}): MessageText {
  if (templateFaults(template, tellingWords).length > 0)
    throw new Error('a template with faults is never sent');
  const known = [...new Set(references.map(requireReference))].toSorted();
  const [first] = known;
  if (first === undefined) throw new Error('a message about nothing');
  const link = new URL(PAGE_OF[template.id], new URL(publicUrl).origin).href;
  const text = known.length === 1 ? template.one : template.many;
  const values = {
    reference: first,
    references: listed(known),
    count: String(known.length),
    link,
  };
  return {
    subject: fillTemplate(text.subject, values),
    body: `${fillTemplate(text.body, values).replaceAll('\r\n', '\n').trimEnd()}\n`,
  };
}

function listed(references: readonly string[]): string {
  const rest = references.length - MOST_LISTED;
  return [...references.slice(0, MOST_LISTED), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
