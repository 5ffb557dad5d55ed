import type { FieldError } from '../../errors/problem';
import { STEP_ERRORS } from './step.copy';

type Raw = Readonly<Record<string, string | readonly string[]>>;

/** Reads the answers of one step one by one and remembers what a person must put right, in the order of the page. */
export class TypedAnswers {
  private readonly found: FieldError[] = [];

  constructor(private readonly raw: Raw) {}

  get errors(): readonly FieldError[] {
    const order = Object.keys(this.raw);
    return this.found.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  }

  /** One sentence a field: the first counts. */
  refuse(field: string, message: string): void {
    if (!this.found.some((error) => error.field === field)) this.found.push({ field, message });
  }

  refuseAll(errors: readonly FieldError[]): void {
    for (const { field, message } of errors) this.refuse(field, message);
  }

  text(name: string, longest: number): string | null {
    const text = this.line(name);
    if ([...text].length > longest) this.refuse(name, STEP_ERRORS.tooLong(longest));
    return text === '' ? null : text;
  }

  chosen<Code extends string>(name: string, codes: readonly Code[]): Code | undefined {
    const answer = this.line(name);
    const code = codes.find((candidate) => candidate === answer);
    if (answer !== '' && code === undefined) this.refuse(name, STEP_ERRORS.notOnTheList);
    return code;
  }

  needed<Code extends string>(name: string, codes: readonly Code[], missing: string): Code | undefined {
    if (this.line(name) === '') this.refuse(name, missing);
    return this.chosen(name, codes);
  }

  ticks<Code extends string>(name: string, codes: readonly Code[]): readonly Code[] {
    const answers = this.raw[name];
    const given = typeof answers === 'string' ? [answers] : (answers ?? []);
    if (given.some((answer) => !(codes as readonly string[]).includes(answer)))
      this.refuse(name, STEP_ERRORS.notOnTheList);
    return codes.filter((code) => given.includes(code));
  }

  line(name: string): string {
    const answer = this.raw[name];
    return typeof answer === 'string' ? answer.trim() : '';
  }
}
