import { ACCESS_CODES, ELIGIBILITY, GENDERS_SERVED, isLanguageTag, WORKER_GENDERS } from '#libs/domain';
import { choicesOf } from '../form-sheet';
import { FORM } from '../service-form.copy';
import { ACCESS_WORDS, ELIGIBILITY_WORDS, GENDER_WORDS, WORKER_WORDS } from '../words.copy';
import { codesOf, textOf, wrongOr, type ServicePart } from './service-part';

export const whoPart: ServicePart = {
  single: ['ageFrom', 'ageTo', 'womenOnly', 'languages', 'interpreters'],
  lists: ['genders', 'workerGenders', 'eligibility', 'access'],

  rawOf: (service) => ({
    text: {
      ageFrom: String(service.ages.from),
      ageTo: service.ages.to === null ? '' : String(service.ages.to),
      womenOnly: service.womenOnlySpace ? 'yes' : 'no',
      languages: service.languages.join(', '),
      interpreters: service.interpreters ? 'yes' : 'no',
    },
    ticks: {
      genders: service.genders,
      workerGenders: service.workerGenders,
      eligibility: service.eligibility,
      access: service.access,
    },
  }),

  read(raw) {
    const from = yearsOf(textOf(raw, 'ageFrom'));
    const over = textOf(raw, 'ageTo');
    const to = over === '' ? null : yearsOf(over);
    const genders = codesOf(raw.ticks['genders'], GENDERS_SERVED);
    const languages = textOf(raw, 'languages')
      .split(/[\s,;]+/)
      .filter((tag) => tag !== '');
    const errors = [
      ...(from === undefined ? [{ field: 'ageFrom', message: FORM.ageWrong }] : []),
      ...(to === undefined ? [{ field: 'ageTo', message: FORM.ageWrong }] : []),
      ...(genders.length === 0 ? [{ field: 'genders', message: FORM.gendersMissing }] : []),
      ...(languages.every(isLanguageTag) ? [] : [{ field: 'languages', message: FORM.languagesWrong }]),
    ];
    return wrongOr(errors, () => ({
      ages: { from: from ?? 0, to: to ?? null },
      genders,
      womenOnlySpace: raw.text['womenOnly'] === 'yes',
      workerGenders: codesOf(raw.ticks['workerGenders'], WORKER_GENDERS),
      eligibility: codesOf(raw.ticks['eligibility'], ELIGIBILITY),
      languages,
      interpreters: raw.text['interpreters'] === 'yes',
      access: codesOf(raw.ticks['access'], ACCESS_CODES),
    }));
  },

  fields: (sheet) => [
    sheet.line('ageFrom', { label: FORM.ageFrom, width: '3' }),
    sheet.line('ageTo', { label: FORM.ageTo, hint: FORM.ageToHint, width: '3' }),
    sheet.ticks('genders', { label: FORM.genders }, choicesOf(GENDER_WORDS)),
    sheet.radios('womenOnly', { label: FORM.womenOnly }, FORM.yesNo),
    sheet.ticks(
      'workerGenders',
      { label: FORM.workerGenders, hint: FORM.workerGendersHint },
      choicesOf(WORKER_WORDS),
    ),
    sheet.ticks('eligibility', { label: FORM.eligibility }, choicesOf(ELIGIBILITY_WORDS)),
    sheet.line('languages', { label: FORM.languages, hint: FORM.languagesHint }),
    sheet.radios('interpreters', { label: FORM.interpreters }, FORM.yesNo),
    sheet.ticks('access', { label: FORM.access }, choicesOf(ACCESS_WORDS)),
  ],
};

function yearsOf(typed: string): number | undefined {
  return /^\d{1,3}$/.test(typed) ? Number(typed) : undefined;
}
