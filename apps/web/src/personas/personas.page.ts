import type { Persona } from '../settings';
import * as copy from './personas.copy';

export interface PersonaCard {
  readonly label: string;
  readonly name: string;
  readonly tryFirst: readonly string[];
  readonly signInPath: string;
  readonly signInText: string;
}

export interface PersonasPage {
  readonly title: string;
  readonly intro: string;
  readonly tryFirstTitle: string;
  readonly cards: readonly PersonaCard[];
  readonly inbox:
    | { readonly href: string; readonly title: string; readonly text: string; readonly link: string }
    | undefined;
}

export function personasPage(personas: readonly Persona[], inboxUrl: string | undefined): PersonasPage {
  return {
    title: copy.PERSONAS_TITLE,
    intro: copy.PERSONAS_INTRO,
    tryFirstTitle: copy.TRY_FIRST,
    cards: personas.map(cardOf),
    inbox:
      inboxUrl === undefined
        ? undefined
        : { href: inboxUrl, title: copy.INBOX_TITLE, text: copy.INBOX_TEXT, link: copy.INBOX_LINK },
  };
}

function cardOf({ key, label, name, tryFirst }: Persona): PersonaCard {
  return {
    label,
    name,
    tryFirst,
    signInPath: `/sign-in?persona=${encodeURIComponent(key)}`,
    signInText: `${copy.SIGN_IN_AS} ${name}`,
  };
}
