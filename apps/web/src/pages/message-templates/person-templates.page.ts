import { PERSON_TEMPLATE_IDS, PERSON_TEMPLATE_PARTS, type Instant, type PersonTemplate } from '#libs/domain';
import type { PersonTemplateVersion } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { timeInWords } from '../../formatting/moments';
import { draftEnding } from '../change-proposals/draft-ending.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { sampleMessage, sampleTime, type SampleMessage } from '../person-messages/sample-message';
import {
  PERSON_FORM,
  PERSON_TEMPLATE_NAMES,
  PERSON_TEMPLATE_USES,
  PERSON_TEMPLATES,
} from './person-template.copy';
import type { PersonTemplateRaw } from './person-template.form';

export function personTemplatesPart(
  versions: readonly PersonTemplateVersion[],
  { now, timezone, mayDraft }: { now: Instant; timezone: string; mayDraft: boolean },
) {
  return {
    words: PERSON_TEMPLATES,
    templates: PERSON_TEMPLATE_IDS.flatMap((id) => {
      const own = versions.filter((version) => version.id === id);
      const inForce = own.find(({ effectiveFrom }) => effectiveFrom <= now);
      if (inForce === undefined) return [];
      return [
        {
          id,
          name: PERSON_TEMPLATE_NAMES[id],
          use: PERSON_TEMPLATE_USES[id],
          samples: personSamples(inForce, { now, timezone }),
          versions: own.map(({ version, effectiveFrom }) => ({
            name: `Version ${version}${version === inForce.version ? ', in force' : ''}`,
            from: version === 1 ? 'From the beginning' : timeInWords(effectiveFrom, timezone),
          })),
          draftPath: mayDraft ? `/message-templates/people/${id}/new` : null,
        },
      ];
    }),
  };
}

/** Both forms of a text as they will look, about tomorrow afternoon. */
export function personSamples(
  template: PersonTemplate,
  { now, timezone }: { now: Instant; timezone: string },
): { readonly mail: SampleMessage; readonly phone: SampleMessage } {
  const aboutAt = sampleTime(now, timezone);
  return {
    mail: sampleMessage(template, { channel: 'email', aboutAt, timezone }),
    phone: sampleMessage(template, { channel: 'text', aboutAt, timezone }),
  };
}

export function personTemplateDraftPage(options: {
  base: PersonTemplate;
  raw: PersonTemplateRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { base, raw, errors, idempotencyKey } = options;
  const wrong = wrongFields(errors);
  return {
    words: PERSON_FORM,
    title: PERSON_TEMPLATE_NAMES[base.id],
    caption: `Draft version ${base.version + 1}`,
    path: `/message-templates/people/${base.id}/new`,
    parts: PERSON_TEMPLATE_PARTS.map((part) => ({
      id: part,
      label: PERSON_FORM.parts[part],
      hint: PERSON_FORM.hints[part],
      value: raw[part],
      lines: part !== 'subject',
      wrong: wrong[part],
    })),
    errors,
    wrong,
    ending: draftEnding(raw, errors),
    idempotencyKey,
  };
}
