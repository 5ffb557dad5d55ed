import {
  TEMPLATE_PARTS,
  partOf,
  templateFaults,
  type MessageTemplate,
  type TemplateBody,
  type TemplatePart,
} from '#libs/domain';
import { readFields } from '../../request-reading/read-fields';
import type { Area } from '../../settings';
import { ENDING, endDraft, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { EMPTY_PARTS, FAULT_SENTENCES } from './message-templates.copy';

export type TemplateRaw = EndingRaw & Readonly<Record<TemplatePart, string>>;

export function templateRawOf(template: MessageTemplate): TemplateRaw {
  const texts = Object.fromEntries(TEMPLATE_PARTS.map((part) => [part, partOf(template, part)])) as Record<
    TemplatePart,
    string
  >;
  return { ...texts, reason: '', ...momentBlank('from') };
}

export function readTemplate(
  posted: unknown,
  base: MessageTemplate,
  { timezone, tellingWords }: Pick<Area, 'timezone' | 'tellingWords'>,
): DraftForm<TemplateRaw> {
  const single = [...TEMPLATE_PARTS, ...ENDING, 'step'] as const;
  const { raw: all, errors: unclean, idempotencyKey } = readFields(posted, { single });
  const { step, ...raw } = all;
  const body = bodyOf(raw);
  const faults = templateFaults(body, tellingWords).map(({ part, kind, about }) => ({
    field: part,
    message: kind === 'empty' ? EMPTY_PARTS[part] : FAULT_SENTENCES[kind](about),
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
function bodyOf(raw: Readonly<Record<TemplatePart, string>>): TemplateBody {
  const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return {
    one: { subject: tidy(raw.oneSubject), body: tidy(raw.oneBody) },
    many: { subject: tidy(raw.manySubject), body: tidy(raw.manyBody) },
  };
}
