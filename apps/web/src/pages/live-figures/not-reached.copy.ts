import type { NotReachedCause } from '#libs/domain';

export const NOT_REACHED = {
  title: 'Who could not be reached safely, by cause',
  caption: 'Could not be reached safely',
  head: 'Cause',
  countHead: 'Referrals',
  rule: 'Only referrals where it was agreed to stop trying, with the person never reached. Each has one cause: the first of this list that the record shows.',
  choice:
    'Somebody who asked not to be called has chosen, and is not in this table. Where somebody tries again, trying goes on.',
  stillTried: (count: string, reached: string, otherwise: string) =>
    `Beside these: ${reached} reached, ${count} still tried, and ${otherwise} that ended otherwise, by the person’s wish or for another reason.`,
  nothing: 'Nobody: of no referral was it agreed to stop trying.',
  causes: {
    'unsafe-to-call': 'Calls would raise the risk, or somebody else answered',
    'no-safe-route': 'No safe way to reach the person',
    'wrong-number': 'The number was wrong or does not work',
    elsewhere: 'The person is elsewhere',
    'asked-to-wait': 'The person had asked us to wait, and was not reached afterwards',
    'no-interpreter': 'No interpreter',
    'no-answer': 'No answer',
    'no-attempt': 'Nobody could try: no attempt was made',
  } satisfies Readonly<Record<NotReachedCause, string>>,
} as const;
