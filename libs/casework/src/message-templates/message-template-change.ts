import { templateFaults, type TemplateBody, type TemplateId } from '#libs/domain';
import type { ChangeKind } from '../change-proposals/change-kind';

/** The text of a message to staff, as a rule that two people change: one writes it, another approves it (P5). */
export const messageTemplateChange: ChangeKind = {
  kind: 'message-template',

  newest: (tx, subject) => tx.messageTemplates.newest(subject),

  faults: (_tx, { body }) =>
    Promise.resolve(templateFaults(body as TemplateBody).map(({ kind }) => `template-${kind}`)),

  async apply(tx, { subject, basedOnVersion, body, effectiveFrom }) {
    await tx.messageTemplates.append({
      id: subject as TemplateId,
      version: basedOnVersion + 1,
      body: body as TemplateBody,
      effectiveFrom,
    });
  },
};
