/** Why an episode of support ends (practice §2.7). */
export const END_REASONS = [
  'needs-met',
  'person-ended',
  'lost-contact',
  'moved',
  'declined',
  'transferred',
  'died',
  'ineligible',
  'safety',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Those that somebody ends a case with. A transfer ends when the other area has it, a death by an act of its own. */
export const CHOSEN_END_REASONS = [
  'needs-met',
  'person-ended',
  'lost-contact',
  'moved',
  'declined',
  'ineligible',
  'safety',
] as const satisfies readonly EndReason[];
export type ChosenEndReason = (typeof CHOSEN_END_REASONS)[number];

/** What the person said of coming back. */
export const DOORS = ['any-time', 'they-will-say', 'not-asked'] as const;
export type Door = (typeof DOORS)[number];

/** An answer of the person; not asked is not a no. */
export const ASKED_ANSWERS = ['yes', 'no', 'not-asked'] as const;
export type AskedAnswer = (typeof ASKED_ANSWERS)[number];

/** Who told us that somebody has died. */
export const DEATH_TOLD_BY = ['police', 'family', 'another-service', 'coroner', 'other'] as const;
export type DeathToldBy = (typeof DEATH_TOLD_BY)[number];

/** What is known of the family: whoever wants support gets a case of their own, as family of somebody. */
export const BEREAVED_FAMILY = ['wants-support', 'to-be-asked', 'none-known'] as const;
export type BereavedFamily = (typeof BEREAVED_FAMILY)[number];

export const DEATH_MISTAKES = ['another-person', 'was-told-wrongly', 'typed-wrongly'] as const;
export type DeathMistake = (typeof DEATH_MISTAKES)[number];
