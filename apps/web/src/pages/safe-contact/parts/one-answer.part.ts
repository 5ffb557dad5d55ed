import { CALLER_IDS, PERSON_TEMPLATE_IDS } from '#libs/domain';
import { CALLER, WORDING } from './part.copy';
import { choicesOf, codeIn, invalid, type PartForm } from './part-form';

export const CALLER_ID_FORM: PartForm = {
  title: CALLER.title,
  intro: CALLER.intro,
  single: ['callerId'],
  refusedAt: 'callerId',
  fields: () => [{ kind: 'choice', name: 'callerId', label: CALLER.legend, items: choicesOf(CALLER.items) }],
  opening: ({ card }) => ({ callerId: card.callerId ?? '' }),
  read: (raw) => {
    const callerId = codeIn(raw, 'callerId', CALLER_IDS);
    if (callerId === undefined) return invalid(['callerId', CALLER.error]);
    return { kind: 'valid', change: { part: 'caller-id', callerId } };
  },
};

const NONE = 'none';

/** The texts themselves are shown, because the person is asked to choose one of them. */
export const WORDING_FORM: PartForm = {
  title: WORDING.title,
  intro: WORDING.intro,
  single: ['wording'],
  refusedAt: 'wording',
  fields: ({ texts }) => [
    {
      kind: 'choice',
      name: 'wording',
      label: WORDING.legend,
      items: [
        ...texts.map(({ id, phone }) => ({ value: id, text: withExample(phone) })),
        { value: NONE, text: WORDING.none },
      ],
    },
  ],
  opening: ({ card }) => ({ wording: card.wording ?? '' }),
  read: (raw) => {
    const wording = codeIn(raw, 'wording', [...PERSON_TEMPLATE_IDS, NONE]);
    if (wording === undefined) return invalid(['wording', WORDING.error]);
    return { kind: 'valid', change: { part: 'wording', wording: wording === NONE ? null : wording } };
  },
};

export function withExample(phone: string): string {
  return `“${phone.replaceAll('{{day}}', 'Tuesday').replaceAll('{{time}}', '2pm')}”`;
}
