import { HOUR, plus, type Instant } from '../time';

/**
 * A draft is what a person said to an officer, kept for nobody else. A short life that renews with every save: long
 * enough for a shift and a night, short enough that nothing lies about (ux.md §1.5 has what peers chose).
 */
export const DRAFT_LIFE_HOURS = 20;

/** Which part of the officer's form a set of answers belongs to, in the order of the pages. */
export const DRAFT_STEPS = ['person', 'contact', 'report', 'agreement'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** What was typed, exactly: a draft keeps mistakes too, so that nothing has to be asked twice. */
export type DraftAnswers = Readonly<Record<string, string | readonly string[]>>;

export interface SavedStep {
  readonly answers: DraftAnswers;
  /** The revision of the draft that these answers made. */
  readonly revision: number;
}

export type DraftContents = Readonly<Partial<Record<DraftStep, SavedStep>>>;

export type StepSaved =
  | { readonly kind: 'saved'; readonly contents: DraftContents; readonly revision: number }
  | { readonly kind: 'changed-elsewhere'; readonly saved: SavedStep };

export function draftExpiry(changedAt: Instant): Instant {
  return plus(changedAt, DRAFT_LIFE_HOURS * HOUR);
}

/**
 * Puts the answers of one step into a draft. `basedOn` is the revision that the form was drawn from: when the same
 * step was saved from another tab since then, with other answers, nothing is overwritten. The same answers twice are
 * one save, and two tabs on two different steps do not disturb each other.
 */
export function saveStep(
  draft: { readonly contents: DraftContents; readonly revision: number },
  change: { readonly step: DraftStep; readonly answers: DraftAnswers; readonly basedOn: number },
): StepSaved {
  const { contents, revision } = draft;
  const { step, answers, basedOn } = change;
  const saved = contents[step];
  if (saved !== undefined && sameAnswers(saved.answers, answers))
    return { kind: 'saved', contents, revision };
  if (saved !== undefined && saved.revision > basedOn) return { kind: 'changed-elsewhere', saved };
  const next = revision + 1;
  return { kind: 'saved', contents: { ...contents, [step]: { answers, revision: next } }, revision: next };
}

/** Where an officer goes on: the first step that was never saved, or null when each was. */
export function nextStepOf(contents: DraftContents): DraftStep | null {
  return DRAFT_STEPS.find((step) => contents[step] === undefined) ?? null;
}

/** The names of the answers that differ between two savings of one step. */
export function changedAnswers(a: DraftAnswers, b: DraftAnswers): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => flat(a[name]) !== flat(b[name]));
}

function sameAnswers(a: DraftAnswers, b: DraftAnswers): boolean {
  return changedAnswers(a, b).length === 0;
}

function flat(answer: string | readonly string[] | undefined): string {
  return JSON.stringify(typeof answer === 'string' ? [answer] : (answer ?? []));
}
