import type { MomentView } from '../typed-moments/typed-moment.page';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One question of a form, drawn by `formField` in field.njk. */
export type FormField =
  | {
      readonly type: 'radios';
      readonly name: string;
      readonly legend: string;
      readonly hint?: string;
      readonly items: readonly Choice[];
      readonly value: string;
    }
  | {
      readonly type: 'ticks';
      readonly name: string;
      readonly legend: string;
      readonly hint?: string;
      readonly items: readonly Choice[];
      readonly values: readonly string[];
    }
  | {
      readonly type: 'line' | 'area';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly value: string;
    }
  | { readonly type: 'date' | 'moment'; readonly view: MomentView };

/** A form of one page: what it says, and what it asks. */
export interface FormView {
  readonly title: string;
  readonly intro: readonly string[];
  readonly warning?: string;
  readonly fields: readonly FormField[];
  /** Null where nothing can be sent. */
  readonly submit: string | null;
}

export function choices<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
  hints?: Readonly<Partial<Record<Code, string>>>,
): readonly Choice[] {
  return codes.map((value) => {
    const hint = hints?.[value];
    return hint === undefined ? { value, text: words[value] } : { value, text: words[value], hint };
  });
}
