import {
  PERSON_TEMPLATE_IDS,
  TEMPLATE_PARTS,
  partOf,
  type TemplateBody,
  type TemplateId,
} from '#libs/domain';
import { templateVersions } from '#libs/persistence';
import type { PreviewSection, ProposalView, ViewedChange } from '../change-proposals/proposal-view';
import { factChanges, type RuleFact } from '../policies/rule-facts';
import { FORM, PREVIEW_NOTE, TEMPLATE_NAMES, TEMPLATES } from './message-templates.copy';
import { personTemplateView } from './person-template.view';
import { sampleMails, type SampleMail } from './sample-mails';

const forPeople = (subject: string) => PERSON_TEMPLATE_IDS.some((id) => id === subject);

export const messageTemplateView: ProposalView = {
  kind: 'message-template',

  title: (subject) =>
    forPeople(subject)
      ? personTemplateView.title(subject)
      : `Message: ${TEMPLATE_NAMES[subject as TemplateId]}`,

  async changes(manager, change, reading) {
    const { subject, basedOnVersion, body } = change;
    if (forPeople(subject)) return personTemplateView.changes(manager, change, reading);
    const versions = await templateVersions(manager, subject as TemplateId);
    const before = versions.find(({ version }) => version === basedOnVersion);
    return factChanges(before ? textFacts(before) : [], textFacts(body as TemplateBody));
  },

  preview: (manager, change, reading) =>
    forPeople(change.subject)
      ? personTemplateView.preview(manager, change, reading)
      : Promise.resolve(mailsAsTheyWillLook(change)),
};

function textFacts(body: TemplateBody): readonly RuleFact[] {
  return TEMPLATE_PARTS.map((part) => ({
    id: part,
    key: FORM.parts[part],
    lines: partOf(body, part)
      .split(/\r?\n/)
      .filter((line) => line !== ''),
  }));
}

function mailsAsTheyWillLook({ subject, basedOnVersion, body }: ViewedChange): readonly PreviewSection[] {
  const template = { ...(body as TemplateBody), id: subject as TemplateId, version: basedOnVersion + 1 };
  const { one, many } = sampleMails(template);
  return [section(TEMPLATES.oneTitle, one), section(TEMPLATES.manyTitle, many, [PREVIEW_NOTE])];
}

function section(title: string, mail: SampleMail, after: readonly string[] = []): PreviewSection {
  return {
    title,
    lines: [
      `${TEMPLATES.lockScreen}: ${mail.lockScreen}`,
      `${TEMPLATES.subject}: ${mail.subject}`,
      ...mail.lines.filter((line) => line !== ''),
    ],
    after,
  };
}
