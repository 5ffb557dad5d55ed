import type {
  BreachId,
  InformationRequestId,
  DraftContents,
  DraftId,
  ErasureId,
  IdentityFacts,
  NoteWall,
  PersonId,
  SuspectId,
  UserId,
} from '#libs/domain';
import type { SearchMarks } from './matching';
import type { WallMarks } from './wall-work';

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
    /** Said by the person when it is no longer safe; records sealed before it was asked have none. */
    readonly stopWord?: string | null;
    /** Whether the number they see may be ours. Not asked is not said. */
    readonly callerId?: 'show' | 'withhold' | null;
    /** Whom the card names by relation: somebody who may be asked, or told. */
    readonly thirdPartyName?: string | null;
    /** Who may answer a number safely, in the person's words; sealed with the number it is about. */
    readonly answerers?: string | null;
  };
  readonly 'crime-reference': { readonly reference: string };
  /** Whoever rang or referred: an officer by unit, anyone else by organisation. */
  readonly referrer: {
    readonly name: string;
    readonly unit: string | null;
    readonly organisation: string | null;
    readonly phone: string | null;
  };
  /** Who at another body said that it takes the person on, and the reference it gave. */
  readonly 'redirect-acknowledgement': { readonly name: string; readonly theirReference: string | null };
  /** Why an override was needed, or how somebody's competence was judged. */
  readonly 'consent-note': { readonly text: string };
  /** Who asked about somebody's data, how to answer them, and their words; or what happened in a breach. */
  readonly 'request-words': {
    readonly name: string | null;
    readonly replyTo: string | null;
    readonly words: string;
    /** A statutory test each, in the requester's words, and what the person said; of a release alone. */
    readonly stated?: Readonly<Record<string, string>>;
  };
  /** A pack as it was handed over, whole. */
  readonly 'subject-pack': { readonly json: string };
  /** What stands in a pack in place of something that tells about somebody else. */
  readonly 'pack-words': { readonly text: string };
  /** What stood there, what was asked for, and what stands there now. */
  readonly rectification: {
    readonly before: string | null;
    readonly after: string | null;
    readonly words: string;
  };
  /** An age that was wrong: what stood there, what stands there now, each a date or an age as it was said, and why. */
  readonly 'age-correction': {
    readonly before: string | null;
    readonly after: string;
    readonly words: string | null;
  };
  /** Why somebody was found able to decide, or not, and the name of whoever judged it when that was somebody else. */
  readonly 'competence-note': { readonly text: string; readonly assessor: string | null };
  /** Why somebody is worried about a child or an adult; or whom they told at a body, and its reference. */
  readonly 'safeguarding-note': {
    readonly text: string | null;
    readonly spokeTo: string | null;
    readonly theirReference: string | null;
  };
  /** Why somebody found domestic abuse, whom they sent it to, or which service of another area takes somebody on. */
  readonly 'support-note': { readonly text: string };
  /** What somebody complained of, in their words, and what they were told; read by nobody it is about. */
  readonly 'complaint-words': { readonly text: string };
  /** What the referral centre calls somebody who gave it no name. */
  readonly 'sarc-code': { readonly code: string };
  /** Why somebody chose another service than the one that routing put first. */
  readonly 'routing-note': { readonly text: string };
  /** Why somebody opened a case past a wall in an emergency, in their words. */
  readonly 'break-glass-note': { readonly text: string };
  /** Why a responder took two records for one person, or did not. */
  readonly 'match-note': { readonly note: string };
  /** Why a record must be kept: which court, which case number. */
  readonly 'legal-hold-note': { readonly text: string };
  /** What somebody looked for; sealed under the searcher's own key. */
  readonly 'person-search': IdentityFacts;
  readonly 'referral-draft': DraftContents;
  /** Whom somebody named as the suspect; kept behind the wall, under a key of its own. */
  readonly suspect: { readonly names: readonly string[]; readonly bornOn: string | null };
  /** What a note says, under a key of the person and the wall that it stands behind: `Vault.behind`. */
  readonly 'contact-note': { readonly text: string };
  readonly 'advocacy-note': { readonly text: string };
  readonly 'supervision-note': { readonly text: string };
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

/** Whoever has a data key of their own. */
export type SubjectId = PersonId | UserId | DraftId | InformationRequestId | BreachId | SuspectId;

export interface Vault {
  /** Hashes what people are found again by; its key lives and dies with the key store. */
  readonly searchMarks: SearchMarks;
  /** Marks that only the wall makes and compares. */
  readonly wallMarks: WallMarks;
  /** Makes and stores a data key for a new subject, before the transaction that needs it. */
  create(subjectId: SubjectId): Promise<SubjectVault>;
  of(subjectId: SubjectId): Promise<SubjectVaultFound>;
  /** As `of` for several subjects, in one reading of the key store; one that is unreadable is not in the answer. */
  many(subjectIds: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, SubjectVault>>;
  /**
   * As `many`, with keys that open what stands behind one wall of notes and nothing else of these people: each is made
   * of the person's key and the wall's own, so that it dies with the person's.
   */
  behind(wall: NoteWall, subjectIds: readonly PersonId[]): Promise<ReadonlyMap<SubjectId, SubjectVault>>;
  /** Destroys the data key: whatever it sealed is unreadable for good, in every copy. Doing it twice is doing it once. */
  destroy(subjectId: SubjectId): Promise<void>;
  /**
   * As `destroy`, for good: writes the ledger of erasures in the same step, and no key is ever made again under these
   * ids. Doing it twice is doing it once (P13).
   */
  erase(erased: { readonly subjectIds: readonly string[]; readonly erasureId: ErasureId }): Promise<void>;
}
