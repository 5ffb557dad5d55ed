import type { AreaPack } from '#libs/config';
import type { CivilDate, DirectoryService, OpeningHours, ServiceDraft } from '#libs/domain';
import type { FieldError } from '../../../errors/problem';
import type { Choice, FormField, FormSheet, PartRaw } from '../form-sheet';

/** What a form needs besides the service itself. */
export interface PartAbout {
  readonly today: CivilDate;
  readonly districts: readonly Choice[];
  readonly kinds: readonly Choice[];
  /** Teams of the agency of the service. */
  readonly teams: readonly Choice[];
  readonly timezone: AreaPack['timezone'];
  readonly bankHolidays: Pick<OpeningHours, 'holidays' | 'knownUntil'>;
}

export type PartRead =
  | { readonly kind: 'read'; readonly draft: Partial<ServiceDraft> }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] };

/** One part of a service as a form. */
export interface ServicePart {
  readonly single: readonly string[];
  readonly lists: readonly string[];
  rawOf(service: DirectoryService): PartRaw;
  /** What was typed as a change of the service; what a rule says against it comes later. */
  read(raw: PartRaw, service: DirectoryService, about: PartAbout): PartRead;
  fields(sheet: FormSheet, about: PartAbout): readonly FormField[];
}

export function textOf(raw: PartRaw, name: string): string {
  return (raw.text[name] ?? '').trim();
}

export function wrongOr(errors: readonly FieldError[], draft: () => Partial<ServiceDraft>): PartRead {
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'read', draft: draft() };
}

/** The codes among those that were ticked; anything else was not sent by our form and is left out. */
export function codesOf<Code extends string>(ticked: readonly string[] = [], known: readonly Code[]): Code[] {
  return known.filter((code) => ticked.includes(code));
}
