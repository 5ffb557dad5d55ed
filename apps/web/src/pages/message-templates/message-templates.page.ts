import { TEMPLATE_IDS, TEMPLATE_PARTS, type Instant, type MessageTemplate } from '#libs/domain';
import type { TemplateVersion } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords } from '../../formatting/moments';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { TemplateRaw } from './message-template.form';
import { FORM, TEMPLATE_NAMES, TEMPLATE_USES, TEMPLATES } from './message-templates.copy';
import { sampleMails } from './sample-mails';

export function messageTemplatesPage(
  versions: readonly TemplateVersion[],
  { now, timezone, mayDraft }: { now: Instant; timezone: string; mayDraft: boolean },
) {
  return {
    words: TEMPLATES,
    title: TEMPLATES.title,
    templates: TEMPLATE_IDS.flatMap((id) => {
      const own = versions.filter((version) => version.id === id);
      const inForce = own.find(({ effectiveFrom }) => effectiveFrom <= now);
      if (inForce === undefined) return [];
      return [
        {
          id,
          name: TEMPLATE_NAMES[id],
          use: TEMPLATE_USES[id],
          mails: sampleMails(inForce),
          versions: own.map(({ version, effectiveFrom }) => ({
            name: `Version ${version}${version === inForce.version ? ', in force' : ''}`,
            from: version === 1 ? 'From the beginning' : timeInWords(effectiveFrom, timezone),
          })),
          draftPath: mayDraft ? `/message-templates/${id}/new` : null,
        },
      ];
    }),
  };
}

export function messageTemplateDraftPage(options: {
  base: MessageTemplate;
  raw: TemplateRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { base, raw, errors, idempotencyKey } = options;
  const wrong = wrongFields(errors);
  return {
    words: FORM,
    title: TEMPLATE_NAMES[base.id],
    caption: `Draft version ${base.version + 1}`,
    path: `/message-templates/${base.id}/new`,
    parts: TEMPLATE_PARTS.map((part) => ({
      id: part,
      label: FORM.parts[part],
      hint: FORM.hints[part],
      value: raw[part],
      lines: part.endsWith('Body'),
      wrong: wrong[part],
    })),
    errors,
    wrong,
    ending: draftEnding(raw, errors),
    idempotencyKey,
  };
}
