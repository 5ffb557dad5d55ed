import { PERSON_TEMPLATE_PARTS, type PersonTemplateBody, type PersonTemplateId } from '#libs/domain';
import { personTemplateVersions } from '#libs/persistence';
import type { PreviewSection, ProposalView } from '../change-proposals/proposal-view';
import type { SampleMessage } from '../person-messages/sample-message';
import { factChanges, type RuleFact } from '../policies/rule-facts';
import { TEMPLATES } from './message-templates.copy';
import {
  PERSON_FORM,
  PERSON_PREVIEW_NOTE,
  PERSON_TEMPLATE_NAMES,
  PERSON_TEMPLATES,
} from './person-template.copy';
import { personSamples } from './person-templates.page';

/** How a change of a text that goes to people is shown: `messageTemplateView` hands these over to it. */
export const personTemplateView: ProposalView = {
  kind: 'message-template',

  title: (subject) => `Message to people: ${PERSON_TEMPLATE_NAMES[subject as PersonTemplateId]}`,

  async changes(manager, { subject, basedOnVersion, body }) {
    const versions = await personTemplateVersions(manager, subject as PersonTemplateId);
    const before = versions.find(({ version }) => version === basedOnVersion);
    return factChanges(before ? textFacts(before) : [], textFacts(body as PersonTemplateBody));
  },

  preview(_manager, { subject, basedOnVersion, body }, reading) {
    const id = subject as PersonTemplateId;
    const template = { ...(body as PersonTemplateBody), id, version: basedOnVersion + 1 };
    const { mail, phone } = personSamples(template, reading);
    return Promise.resolve([
      section(PERSON_TEMPLATES.mail, mail),
      section(PERSON_TEMPLATES.phone, phone, [PERSON_PREVIEW_NOTE]),
    ]);
  },
};

function textFacts(body: PersonTemplateBody): readonly RuleFact[] {
  return PERSON_TEMPLATE_PARTS.map((part) => ({
    id: part,
    key: PERSON_FORM.parts[part],
    lines: body[part].split('\n').filter((line) => line !== ''),
  }));
}

function section(title: string, sample: SampleMessage, after: readonly string[] = []): PreviewSection {
  return {
    title,
    lines: [
      `${TEMPLATES.lockScreen}: ${sample.lockScreen}`,
      ...(sample.subject === '' ? [] : [`${TEMPLATES.subject}: ${sample.subject}`]),
      ...sample.lines.filter((line) => line !== ''),
    ],
    after,
  };
}
