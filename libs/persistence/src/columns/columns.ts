import { instant, isoOf, type Instant } from '#libs/domain';
import { DefaultNamingStrategy, type ValueTransformer } from 'typeorm';

/** `ownerUserId` is `owner_user_id`. Names are derived in one place, so rows carry types only. */
export class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

const instants: ValueTransformer = {
  to: (at: Instant | null | undefined) => (at === null || at === undefined ? at : new Date(at)),
  from: (at: Date | null) => (at === null ? null : (at.getTime() as Instant)),
};

/** `timestamptz` in the database, `Instant` in rules. */
export const AT = { type: 'timestamptz', transformer: instants } as const;
export const MAYBE_AT = { ...AT, nullable: true } as const;
export const MAYBE_TEXT = { type: 'text', nullable: true } as const;
export const MAYBE_UUID = { type: 'uuid', nullable: true } as const;

/** For raw statements, where no transformer runs. */
export function dateOf(at: Instant): Date {
  return new Date(at);
}

export function instantOf(value: Date | string): Instant {
  return typeof value === 'string' ? instant(value) : (value.getTime() as Instant);
}

export function maybeInstantOf(value: Date | string | null): Instant | null {
  return value === null ? null : instantOf(value);
}

export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
