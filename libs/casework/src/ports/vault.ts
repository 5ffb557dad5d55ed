import type { PersonId, UserId } from '#libs/domain';

/** The kinds of record that name a person; each is sealed on its own (DESIGN §2). */
export interface Sealable {
  readonly identity: {
    readonly nameToAskFor: string;
    readonly fullName: string | null;
    readonly bornOn: string | null;
  };
  readonly 'contact-route': { readonly value: string; readonly whose: string | null };
  readonly 'safe-contact-words': {
    readonly sayIfOtherAnswers: string | null;
    readonly codeWord: string | null;
  };
  readonly 'crime-reference': { readonly reference: string };
  readonly 'staff-profile': { readonly name: string; readonly email: string };
}

export type SealedKind = keyof Sealable;

/** Where a sealed value lives. Moved to another record, kind or person it does not open again. */
export interface SealPlace<Kind extends SealedKind> {
  readonly recordId: string;
  readonly kind: Kind;
}

/** Seals and opens the records of one subject with that subject's own data key. */
export interface SubjectVault {
  seal<Kind extends SealedKind>(place: SealPlace<Kind>, value: Sealable[Kind]): Buffer;
  /** Null when it does not open: it was altered, moved, or sealed with another key. */
  open<Kind extends SealedKind>(place: SealPlace<Kind>, sealed: Buffer): Sealable[Kind] | null;
}

/** `unreadable`: the key is gone, by erasure or because the key store cannot be reached. */
export type SubjectVaultFound =
  { readonly kind: 'open'; readonly vault: SubjectVault } | { readonly kind: 'unreadable' };

export interface Vault {
  /** Makes and stores a data key for a new subject, before the transaction that needs it. */
  create(subjectId: PersonId | UserId): Promise<SubjectVault>;
  of(subjectId: PersonId | UserId): Promise<SubjectVaultFound>;
}
