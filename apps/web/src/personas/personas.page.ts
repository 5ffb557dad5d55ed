import type { Persona, WebSettings } from '../settings';
import * as copy from './personas.copy';

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface PersonaCard {
  readonly label: string;
  readonly name: string;
  readonly tryFirst: readonly Link[];
  readonly signInPath: string;
  readonly signInText: string;
}

export interface PersonasPage {
  readonly title: string;
  readonly intro: string;
  readonly tryFirstTitle: string;
  readonly cards: readonly PersonaCard[];
  readonly watch: { readonly title: string; readonly text: string; readonly links: readonly Link[] };
  readonly inbox:
    | { readonly href: string; readonly title: string; readonly text: string; readonly link: string }
    | undefined;
}

export function personasPage({
  personas,
  area,
  inboxUrl,
}: Pick<WebSettings, 'personas' | 'area' | 'inboxUrl'>): PersonasPage {
  return {
    title: copy.PERSONAS_TITLE,
    intro: copy.personasIntro(area.name),
    tryFirstTitle: copy.TRY_FIRST,
    cards: personas.map(cardOf),
    watch: { title: copy.WATCH_TITLE, text: copy.WATCH_TEXT, links: watchLinks(personas) },
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
    tryFirst: tryFirst.map(({ text, path }) => ({ text, href: signInTo(key, path) })),
    signInPath: signInTo(key),
    signInText: `${copy.SIGN_IN_AS} ${name}`,
  };
}

/** One for each persona who works with the clocks; the first of each role is enough. */
function watchLinks(personas: readonly Persona[]): readonly Link[] {
  return (['duty-lead', 'first-responder'] as const).flatMap((role) => {
    const persona = personas.find((candidate) => candidate.role === role);
    if (!persona) return [];
    return [{ text: `${copy.WATCH_AS} ${persona.name}`, href: signInTo(persona.key, '/demo-clock/watch') }];
  });
}

function signInTo(key: string, path?: string): string {
  const next = path === undefined ? '' : `&next=${encodeURIComponent(path)}`;
  return `/sign-in?persona=${encodeURIComponent(key)}${next}`;
}
