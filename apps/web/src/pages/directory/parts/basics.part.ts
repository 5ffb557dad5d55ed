import { REACHED_BY, SUPPORT_KINDS, SUPPORT_STAGES } from '#libs/domain';
import { FORM } from '../service-form.copy';
import { choicesOf } from '../form-sheet';
import { REACHED_WORDS, STAGE_WORDS } from '../words.copy';
import { textOf, wrongOr, type ServicePart } from './service-part';

export const basicsPart: ServicePart = {
  single: ['name', 'kind', 'reachedBy', 'stage', 'source', 'sample'],
  lists: [],

  rawOf: ({ name, kind, reachedBy, stage, source }) => ({
    text: { name, kind, reachedBy, stage, source: source.text, sample: source.sample ? 'yes' : 'no' },
    ticks: {},
  }),

  read(raw) {
    const name = textOf(raw, 'name');
    const kind = SUPPORT_KINDS.find((code) => code === raw.text['kind']);
    const reachedBy = REACHED_BY.find((code) => code === raw.text['reachedBy']);
    const stage = SUPPORT_STAGES.find((code) => code === raw.text['stage']);
    const errors = [
      ...(name === '' ? [{ field: 'name', message: FORM.nameMissing }] : []),
      ...(kind === undefined ? [{ field: 'kind', message: FORM.kindMissing }] : []),
      ...(reachedBy === undefined ? [{ field: 'reachedBy', message: FORM.reachedMissing }] : []),
      ...(stage === undefined ? [{ field: 'stage', message: FORM.stageMissing }] : []),
      ...(textOf(raw, 'source') === '' ? [{ field: 'source', message: FORM.sourceMissing }] : []),
    ];
    return wrongOr(errors, () => ({
      name,
      ...(kind === undefined ? {} : { kind }),
      ...(reachedBy === undefined ? {} : { reachedBy }),
      ...(stage === undefined ? {} : { stage }),
      source: { text: textOf(raw, 'source'), sample: raw.text['sample'] === 'yes' },
    }));
  },

  fields: (sheet, { kinds }) => [
    sheet.line('name', { label: FORM.name, hint: FORM.nameHint }),
    sheet.select('kind', { label: FORM.kind }, kinds),
    sheet.radios('reachedBy', { label: FORM.reachedBy }, choicesOf(REACHED_WORDS)),
    sheet.select('stage', { label: FORM.stage }, choicesOf(STAGE_WORDS)),
    sheet.area('source', { label: FORM.source, hint: FORM.sourceHint }),
    sheet.radios('sample', { label: FORM.sample }, FORM.yesNo),
  ],
};
