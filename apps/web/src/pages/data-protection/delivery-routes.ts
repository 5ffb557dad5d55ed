import type { Route } from '#libs/domain';
import type { Choice } from './request-acts';

const WORDS: Readonly<Partial<Record<Route['kind'], string>>> = {
  email: 'Email address',
  address: 'Address for post',
};

/** Ways on the card that a pack could be sent: by kind and place on the card, without the address itself. */
export function routeChoices(routes: readonly Route[]): readonly Choice[] {
  return routes.flatMap(({ id, kind, purpose }, place) => {
    const text = WORDS[kind];
    return text === undefined || purpose === 'police-check'
      ? []
      : [{ value: id, text: `${text}, number ${place + 1} on the card` }];
  });
}
