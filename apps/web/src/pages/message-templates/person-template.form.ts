import {
  PERSON_TEMPLATE_PARTS,
  personTemplateFaults,
  type PersonTemplate,
  type PersonTemplateBody,
  type PersonTemplatePart,
} from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import type { Area } from '../../settings';
import { ENDING, endDraft, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { PERSON_EMPTY, PERSON_FAULTS } from './person-template.copy';

export type PersonTemplateRaw = EndingRaw & Readonly<Record<PersonTemplatePart, string>>;

export function personTemplateRawOf({ subject, mail, phone }: PersonTemplateBody): PersonTemplateRaw {
  return { subject, mail, phone, reason: '', ...momentBlank('from') };
}

export function readPersonTemplate(
  posted: unknown,
  base: PersonTemplate,
  { timezone, tellingWords }: Pick<Area, 'timezone' | 'tellingWords'>,
): DraftForm<PersonTemplateRaw> {
  const single = [...PERSON_TEMPLATE_PARTS, ...ENDING, 'step'] as const;
  const { raw: all, errors: unclean, idempotencyKey } = readFields(posted, { single });
  const { step, ...raw } = all;
  const body: PersonTemplateBody = {
    subject: tidy(raw.subject),
    mail: tidy(raw.mail),
    phone: tidy(raw.phone),
  };
  const faults = personTemplateFaults(body, tellingWords).map(({ part, kind, about }) => ({
    field: part,
    message: kind === 'empty' ? PERSON_EMPTY[part] : PERSON_FAULTS[kind](about),
  }));
  return endDraft({ raw, idempotencyKey, step, errors: [...unclean, ...faults], timezone }, (ending) => ({
    kind: 'message-template',
    subject: base.id,
    basedOnVersion: base.version,
    body,
    ...ending,
  }));
}

/** A browser ends lines in its own way; a version keeps one. */
function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
