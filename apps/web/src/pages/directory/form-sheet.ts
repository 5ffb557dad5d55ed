import type { WrongFields } from '../form-acts/wrong-fields';

/** What a form of the directory posts: a text for each field, several for boxes that are ticked. */
export interface PartRaw {
  readonly text: Readonly<Record<string, string>>;
  readonly ticks: Readonly<Record<string, readonly string[]>>;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One field of a form, drawn by fields.njk. */
export interface FormField {
  readonly kind: 'line' | 'area' | 'select' | 'radios' | 'ticks' | 'date';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly values?: readonly string[] | Readonly<Record<'day' | 'month' | 'year', string>>;
  readonly items?: readonly Choice[];
  readonly width?: string;
  readonly error?: string;
}

interface Worded {
  readonly label: string;
  readonly hint?: string;
}

/** The fields of a form with what was typed and what must be put right, one method for each way of answering. */
export class FormSheet {
  constructor(
    private readonly raw: PartRaw,
    private readonly wrong: WrongFields,
  ) {}

  line(name: string, words: Worded & { readonly width?: string }): FormField {
    return { kind: 'line', name, value: this.raw.text[name] ?? '', ...words, ...this.error(name) };
  }

  area(name: string, words: Worded): FormField {
    return { kind: 'area', name, value: this.raw.text[name] ?? '', ...words, ...this.error(name) };
  }

  select(name: string, words: Worded, items: readonly Choice[]): FormField {
    return { kind: 'select', name, value: this.raw.text[name] ?? '', items, ...words, ...this.error(name) };
  }

  radios(name: string, words: Worded, items: readonly Choice[]): FormField {
    return { kind: 'radios', name, value: this.raw.text[name] ?? '', items, ...words, ...this.error(name) };
  }

  ticks(name: string, words: Worded, items: readonly Choice[]): FormField {
    return { kind: 'ticks', name, values: this.raw.ticks[name] ?? [], items, ...words, ...this.error(name) };
  }

  date(name: string, words: Worded): FormField {
    const part = (suffix: string) => this.raw.text[`${name}${suffix}`] ?? '';
    const values = { day: part('Day'), month: part('Month'), year: part('Year') };
    return { kind: 'date', name, values, ...words, ...this.error(`${name}Day`) };
  }

  private error(name: string): { error?: string } {
    const error = this.wrong[name];
    return error === undefined ? {} : { error };
  }
}

export function choicesOf<Code extends string>(words: Readonly<Record<Code, string>>): readonly Choice[] {
  return (Object.keys(words) as Code[]).map((value) => ({ value, text: words[value] }));
}
