/** The tests a request for a person's information must state, in the requester's words (law §8.3). */
export const RELEASE_TESTS = ['belief-held', 'reasonable-line', 'necessary', 'probative-value'] as const;
export type ReleaseTest = (typeof RELEASE_TESTS)[number];

export const NOTIFICATIONS = ['told', 'impracticable', 'harm-to-investigation', 'serious-harm'] as const;
export type Notification = (typeof NOTIFICATIONS)[number];

export const PERSON_VIEWS = ['agrees', 'objects', 'no-view', 'not-asked'] as const;
export type PersonView = (typeof PERSON_VIEWS)[number];

export const RELEASED_CLASSES = [
  'identity',
  'contact-facts',
  'dates-of-support',
  'referral-facts',
  'advocacy-records',
  'counselling-records',
] as const;
export type ReleasedClass = (typeof RELEASED_CLASSES)[number];

/** What the register holds of one such request besides the words, which are sealed. */
export interface VictimInformation {
  readonly counselling: boolean;
  readonly tests: readonly ReleaseTest[];
  /** Whether an officer senior enough has approved the request for counselling records. */
  readonly seniorApproved: boolean;
  readonly notification: Notification | null;
  readonly view: PersonView | null;
  readonly released: readonly ReleasedClass[];
}

export type MissingForRelease =
  | 'belief-held'
  | 'reasonable-line'
  | 'necessary'
  | 'probative-value'
  | 'senior-approval'
  | 'notification'
  | 'view'
  | 'nothing-chosen'
  | 'counselling-not-asked';

/**
 * What still stands in the way of releasing anything: the statutory tests, the person told or an exception named, and
 * their view. Counselling records need likely substantial probative value and senior approval besides: the law begins
 * with a presumption against (law §8.3). Empty when a release may be proposed to a second person.
 */
export function missingForRelease(asked: VictimInformation): readonly MissingForRelease[] {
  const needed: readonly ReleaseTest[] = asked.counselling
    ? RELEASE_TESTS
    : RELEASE_TESTS.filter((test) => test !== 'probative-value');
  return [
    ...needed.filter((test) => !asked.tests.includes(test)),
    ...(asked.counselling && !asked.seniorApproved ? (['senior-approval'] as const) : []),
    ...(asked.notification === null ? (['notification'] as const) : []),
    ...(asked.view === null ? (['view'] as const) : []),
    ...(asked.released.length === 0 ? (['nothing-chosen'] as const) : []),
    ...(asked.released.includes('counselling-records') && !asked.counselling
      ? (['counselling-not-asked'] as const)
      : []),
  ];
}

export type ReleaseDecideRefusal = 'same-person' | 'not-proposed';

/** A release is decided by another person than the one who proposed it. */
export function releaseDecideRefusal(
  request: { readonly state: string; readonly proposedBy: string | null },
  decider: string,
): ReleaseDecideRefusal | null {
  if (request.state !== 'proposed') return 'not-proposed';
  return request.proposedBy === decider ? 'same-person' : null;
}
