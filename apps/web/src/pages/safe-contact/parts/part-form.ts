import type { CardPart } from '#libs/casework';
import type { Route, SafeContactCard } from '#libs/domain';
import type { FieldError } from '../../../errors/problem';

/** What was typed: single answers as text, ticked boxes as lists. */
export type PartRaw = Readonly<Record<string, string | readonly string[]>>;

/** What a part is asked and read with. */
export interface PartContext {
  readonly card: SafeContactCard;
  /** The way to reach the person that the address of the page names; null on pages about the whole card. */
  readonly route: Route | null;
  readonly timezone: string;
  /** The texts that may be sent, short form, with their ids. */
  readonly texts: readonly { readonly id: string; readonly phone: string }[];
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: { readonly text: string };
}

/** One question, drawn by `partFields` in part-fields.njk. The error of a question stands under its name. */
export type PartField = { readonly name: string; readonly label: string; readonly hint?: string } & (
  | { readonly kind: 'text'; readonly classes?: string; readonly numeric?: boolean }
  | { readonly kind: 'lines' }
  | { readonly kind: 'date' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'choice'; readonly items: readonly Choice[] }
  | { readonly kind: 'several'; readonly items: readonly Choice[] }
);

export type PartRead =
  | { readonly kind: 'valid'; readonly change: CardPart }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/** One part of the card as a form of its own: one question or a few that belong together. */
export interface PartForm {
  readonly title: string;
  readonly intro: string;
  readonly single: readonly string[];
  readonly lists?: readonly string[];
  fields(context: PartContext): readonly PartField[];
  /** What the form opens with: the card as it is. Words and names that are sealed are never shown. */
  opening(context: PartContext): PartRaw;
  read(raw: PartRaw, context: PartContext): PartRead;
  /** Where the sentence of a refusal stands. */
  readonly refusedAt: string;
}

export function textOf(raw: PartRaw, name: string): string {
  const value = raw[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function listOf(raw: PartRaw, name: string): readonly string[] {
  const value = raw[name];
  return typeof value === 'string' || value === undefined ? [] : value;
}

/** The codes that were ticked; one that is not on the list is an error, never ignored. */
export function codesIn<Code extends string>(
  raw: PartRaw,
  name: string,
  known: readonly Code[],
): readonly Code[] | undefined {
  const ticked = listOf(raw, name).map((value) => known.find((code) => code === value));
  return ticked.every((code) => code !== undefined) ? ticked : undefined;
}

export function codeIn<Code extends string>(
  raw: PartRaw,
  name: string,
  known: readonly Code[],
): Code | undefined {
  return known.find((code) => code === textOf(raw, name));
}

export function choicesOf<Code extends string>(words: Readonly<Record<Code, string>>): readonly Choice[] {
  return Object.entries<string>(words).map(([value, text]) => ({ value, text }));
}

export function invalid(...errors: readonly (readonly [field: string, message: string])[]): PartRead {
  return { kind: 'invalid', errors: errors.map(([field, message]) => ({ field, message })) };
}
