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

  async faults(tx, { subject, body }) {
    const { tellingWords } = await tx.referrals.desk();
    return faultsIn(subject, { body, tellingWords }).map(({ kind }) => `template-${kind}`);
  },

  async apply(tx, { subject, basedOnVersion, body, effectiveFrom }) {
    await tx.messageTemplates.append({
      id: subject,
      version: basedOnVersion + 1,
      body,
      effectiveFrom,
    });
  },
};

function faultsIn(
  subject: string,
  { body, tellingWords }: { body: object; tellingWords: readonly string[] },
) {
  const forPeople = PERSON_TEMPLATE_IDS.some((id) => id === subject);
  return forPeople
    ? personTemplateFaults(body as PersonTemplateBody, tellingWords)
    : templateFaults(body as TemplateBody, tellingWords);
}
