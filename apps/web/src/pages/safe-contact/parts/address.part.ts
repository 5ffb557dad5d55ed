import { PERMISSIONS, SEEN_BY } from '#libs/domain';
import { ADDRESS, SEEN_BY_WORDS, YES_NO } from './part.copy';
import { choicesOf, codeIn, codesIn, invalid, textOf, type PartForm } from './part-form';

const LONGEST = 300;

/** An address is sealed, and never safe by itself: whether post may go there is asked of the person. */
export const ADDRESS_FORM: PartForm = {
  title: ADDRESS.title,
  intro: ADDRESS.intro,
  single: ['purpose', 'address', 'post'],
  lists: ['seenBy'],
  refusedAt: 'post',
  fields: () => [
    { kind: 'choice', name: 'purpose', label: ADDRESS.purpose, items: choicesOf(ADDRESS.purposes) },
    { kind: 'lines', name: 'address', label: ADDRESS.address, hint: ADDRESS.addressHint },
    { kind: 'choice', name: 'post', label: ADDRESS.post, hint: ADDRESS.postHint, items: choicesOf(YES_NO) },
    { kind: 'several', name: 'seenBy', label: ADDRESS.seenBy, items: choicesOf(SEEN_BY_WORDS) },
  ],
  opening: () => ({ purpose: '', address: '', post: '', seenBy: [] }),
  read: (raw) => {
    const purpose = codeIn(raw, 'purpose', ['post', 'police-check']);
    const value = textOf(raw, 'address');
    const post = purpose === 'police-check' ? 'no' : codeIn(raw, 'post', PERMISSIONS);
    const seenBy = codesIn(raw, 'seenBy', SEEN_BY);
    const errors = [
      ...(purpose === undefined ? [['purpose', ADDRESS.errors.purpose] as const] : []),
      ...(value === '' ? [['address', ADDRESS.errors.address] as const] : []),
      ...([...value].length > LONGEST ? [['address', ADDRESS.errors.tooLong] as const] : []),
      ...(post === undefined ? [['post', ADDRESS.errors.post] as const] : []),
      ...(seenBy === undefined ? [['seenBy', ADDRESS.errors.seenBy] as const] : []),
    ];
    if (purpose === undefined || post === undefined || seenBy === undefined || errors.length > 0) {
      return invalid(...errors);
    }
    return { kind: 'valid', change: { part: 'address', purpose, value, post, seenBy } };
  },
};
