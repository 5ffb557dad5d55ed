import { THIRD_PARTY_KNOWS, THIRD_PARTY_RELATIONS } from '#libs/domain';
import { THIRD_PARTY } from './part.copy';
import { choicesOf, codeIn, invalid, textOf, type PartForm } from './part-form';

const NOBODY = 'nobody';
const LONGEST_NAME = 100;

/** The name is sealed, so a form never opens with it: whoever changes the rest writes it again. */
export const THIRD_PARTY_FORM: PartForm = {
  title: THIRD_PARTY.title,
  intro: THIRD_PARTY.intro,
  single: ['relation', 'name', 'knows'],
  refusedAt: 'relation',
  fields: () => [
    {
      kind: 'choice',
      name: 'relation',
      label: THIRD_PARTY.relation,
      items: [...choicesOf(THIRD_PARTY.relations), { value: NOBODY, text: THIRD_PARTY.nobody }],
    },
    { kind: 'text', name: 'name', label: THIRD_PARTY.name, hint: THIRD_PARTY.nameHint },
    {
      kind: 'choice',
      name: 'knows',
      label: THIRD_PARTY.knows,
      hint: THIRD_PARTY.knowsHint,
      items: choicesOf(THIRD_PARTY.knowing),
    },
  ],
  opening: ({ card }) => ({
    relation: card.thirdParty?.relation ?? '',
    name: '',
    knows: card.thirdParty?.knows ?? '',
  }),
  read: (raw) => {
    if (textOf(raw, 'relation') === NOBODY) {
      return { kind: 'valid', change: { part: 'third-party', thirdParty: null, name: null } };
    }
    const relation = codeIn(raw, 'relation', THIRD_PARTY_RELATIONS);
    const knows = codeIn(raw, 'knows', THIRD_PARTY_KNOWS);
    const name = textOf(raw, 'name');
    const errors = [
      ...(relation === undefined ? [['relation', THIRD_PARTY.errors.relation] as const] : []),
      ...(name === '' ? [['name', THIRD_PARTY.errors.name] as const] : []),
      ...([...name].length > LONGEST_NAME ? [['name', THIRD_PARTY.errors.nameTooLong] as const] : []),
      ...(knows === undefined ? [['knows', THIRD_PARTY.errors.knows] as const] : []),
    ];
    if (relation === undefined || knows === undefined || errors.length > 0) return invalid(...errors);
    return { kind: 'valid', change: { part: 'third-party', thirdParty: { relation, knows }, name } };
  },
};
