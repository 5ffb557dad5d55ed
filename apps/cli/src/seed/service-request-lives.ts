import type { RequestBand, SupportKind } from '#libs/domain';

export type Turn =
  | 'send'
  | 'acknowledge'
  | 'accept'
  | 'ask'
  | 'allocate'
  | 'start'
  | 'decline'
  | 'redirect'
  | 'end'
  | 'withdraw-consent';

/** What became of one request: when it was asked for, and what happened how many hours later. */
export interface Life {
  readonly askedHoursAgo: number;
  readonly kind: SupportKind;
  readonly band: RequestBand;
  /** False: the person wants it, and nobody knows yet where. */
  readonly placed: boolean;
  readonly turns: readonly (readonly [hoursLater: number, turn: Turn])[];
}

const life = (
  askedHoursAgo: number,
  turns: Life['turns'],
  { kind = 'isva', band = 'soon', placed = true }: Partial<Life> = {},
): Life => ({ askedHoursAgo, kind, band, placed, turns });

const ACTIVE: Life['turns'] = [
  [1, 'send'],
  [4, 'acknowledge'],
  [28, 'accept'],
  [52, 'allocate'],
  [120, 'start'],
];

/** One of each, so that every list of the desk and of a service has something to show. */
export const LIVES: readonly Life[] = [
  life(60 * 24, ACTIVE),
  life(55 * 24, [...ACTIVE, [38 * 24, 'end']]),
  life(40 * 24, ACTIVE, { band: 'urgent' }),
  life(24 * 24, [
    [1, 'send'],
    [3, 'acknowledge'],
    [30, 'accept'],
    [20 * 24, 'ask'],
  ]),
  life(
    18 * 24,
    [
      [1, 'send'],
      [24, 'accept'],
    ],
    { band: 'routine' },
  ),
  life(12 * 24, [
    [1, 'send'],
    [24, 'accept'],
    [5 * 24, 'allocate'],
  ]),
  life(
    9 * 24,
    [
      [1, 'send'],
      [20, 'accept'],
    ],
    { band: 'urgent' },
  ),
  life(8 * 24, [[1, 'send']]),
  life(7 * 24, [
    [1, 'send'],
    [24, 'accept'],
    [6 * 24, 'withdraw-consent'],
  ]),
  life(30, [
    [1, 'send'],
    [25, 'decline'],
  ]),
  life(28, [
    [1, 'send'],
    [24, 'redirect'],
  ]),
  life(26, [
    [1, 'send'],
    [5, 'acknowledge'],
  ]),
  life(6, [[1, 'send']], { band: 'urgent' }),
  life(5, [[1, 'send']], { kind: 'family-support', band: 'routine' }),
  life(4, []),
  life(3, [], { kind: 'counselling', placed: false }),
];
