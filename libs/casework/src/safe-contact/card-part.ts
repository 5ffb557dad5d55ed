import type { CardChange, Permission, Route, RoutePurpose, SeenBy } from '#libs/domain';

/** One part of the card as a form or the API says it: as the rule knows it, with whatever is sealed beside it. */
export type CardPart =
  | Exclude<CardChange, { part: 'address' | 'third-party' }>
  | (Extract<CardChange, { part: 'third-party' }> & {
      /** As the person said it; sealed, and never in the journal. */
      readonly name: string | null;
    })
  | {
      readonly part: 'address';
      readonly purpose: Exclude<RoutePurpose, 'contact'>;
      readonly value: string;
      /** Whether letters may go there. An address is never safe by default. */
      readonly post: Permission;
      readonly seenBy: readonly SeenBy[];
    };

type Told = Pick<Route, 'kind' | 'permissions' | 'purpose' | 'seenBy'>;

/** The part without what is sealed: all that a rule may know. */
export function ruleChange(part: CardPart, routeOf: (told: Told) => Route): CardChange {
  switch (part.part) {
    case 'address': {
      const { purpose, seenBy, post } = part;
      const permissions = { call: 'no', text: 'no', voicemail: 'no', email: 'no', post } as const;
      return { part: 'address', route: routeOf({ kind: 'address', permissions, purpose, seenBy }) };
    }
    case 'third-party':
      return { part: 'third-party', thirdParty: part.thirdParty };
    default:
      return part;
  }
}
