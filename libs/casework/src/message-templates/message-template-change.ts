import {
  PERSON_TEMPLATE_IDS,
  personTemplateFaults,
  templateFaults,
  type PersonTemplateBody,
  type TemplateBody,
} from '#libs/domain';
import type { ChangeKind } from '../change-proposals/change-kind';

/** The text of a message, to staff or to people, as a rule that two people change: one writes, another approves (P5). */
export const messageTemplateChange: ChangeKind = {
  kind: 'message-template',

  newest: (tx, subject) => tx.messageTemplates.newest(subject),

  faults: (_tx, { subject, body }) =>
    Promise.resolve(faultsIn(subject, body).map(({ kind }) => `template-${kind}`)),

  async apply(tx, { subject, basedOnVersion, body, effectiveFrom }) {
    await tx.messageTemplates.append({
      id: subject,
      version: basedOnVersion + 1,
      body,
      effectiveFrom,
    });
  },
};

function faultsIn(subject: string, body: object) {
  const forPeople = PERSON_TEMPLATE_IDS.some((id) => id === subject);
  return forPeople ? personTemplateFaults(body as PersonTemplateBody) : templateFaults(body as TemplateBody);
}
