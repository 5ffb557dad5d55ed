import type { RouteInput } from '#libs/casework';
import type { Channel } from '#libs/domain';

/** What a responder may write down, by the word in the address of its form. */
export const WAYS = ['mobile', 'landline', 'work', 'someone-else', 'email'] as const;
export type Way = (typeof WAYS)[number];

export type AskedChannel = Extract<Channel, 'call' | 'text' | 'voicemail' | 'email'>;

interface Asked {
  readonly kind: RouteInput['kind'];
  /** The channels that are asked about; every other one is no. */
  readonly channels: readonly AskedChannel[];
  /** Whether it is asked whose it is; a number of somebody else's is always somebody's. */
  readonly whose: 'never' | 'may-be-elses' | 'always';
}

/** A text to a landline is read out aloud, so it is not asked about. */
export const ASKED: Readonly<Record<Way, Asked>> = {
  mobile: { kind: 'mobile', channels: ['call', 'text', 'voicemail'], whose: 'never' },
  landline: { kind: 'landline', channels: ['call', 'voicemail'], whose: 'never' },
  work: { kind: 'work', channels: ['call', 'text', 'voicemail'], whose: 'never' },
  'someone-else': { kind: 'third-party', channels: ['call', 'text', 'voicemail'], whose: 'always' },
  email: { kind: 'email', channels: ['email'], whose: 'may-be-elses' },
};
