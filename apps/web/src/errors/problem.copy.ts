export interface ProblemWords {
  readonly status: number;
  readonly title: string;
  /** What a person reads on the error page, and an API client in `detail` unless something nearer is known. */
  readonly sentence: string;
  readonly next: string;
}

const GO_BACK = 'Go back to the page before this one and try again.';

export const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: 'We could not read that request',
    sentence: 'Something in the request was not in a form this service accepts.',
    next: GO_BACK,
  },
  'sign-in-required': {
    status: 401,
    title: 'Sign in to continue',
    sentence: 'This needs a signed-in person or a valid access token.',
    next: 'Sign in and try again.',
  },
  'form-not-accepted': {
    status: 403,
    title: 'We could not accept that form',
    sentence: 'You may have been signed out, or the form was open for a long time. Nothing was saved.',
    next: 'Go back, copy anything you typed, open the page again and send the form once more.',
  },
  'second-factor-not-fresh': {
    status: 403,
    title: 'Show again that it is you',
    sentence: 'More than 5 minutes have passed since you used your second sign-in step. Nothing was saved.',
    next: 'Go back, copy anything you typed, and open the page again: it asks you to sign in once more.',
  },
  'sign-in-refused': {
    status: 403,
    title: 'We could not sign you in',
    sentence: 'Your account is not set up to use this service, or the sign-in was not strong enough.',
    next: 'Ask your administrator to check your account and its second sign-in step.',
  },
  'not-found': {
    status: 404,
    title: 'Page not found',
    sentence: 'There is nothing to show you at this address.',
    next: 'If you typed the address, check it. If you followed a link, go to your home page and look from there.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'That cannot be done here',
    sentence: 'This address does not answer that kind of request.',
    next: GO_BACK,
  },
  conflict: {
    status: 409,
    title: 'That could not be done',
    sentence: 'The record has moved on, so this is no longer possible.',
    next: 'Open the record again to see where it stands now.',
  },
  'changed-since': {
    status: 412,
    title: 'Someone changed this first',
    sentence: 'The record was changed after you opened it. Nothing was saved.',
    next: 'Open the record again, check what changed, and make your change once more.',
  },
  'too-large': {
    status: 413,
    title: 'That was too much to send at once',
    sentence: 'The request was larger than this service accepts. Nothing was saved.',
    next: 'Go back and shorten what you typed.',
  },
  'unsupported-body': {
    status: 415,
    title: 'We could not read that request',
    sentence: 'The body is of a kind that this address does not accept.',
    next: GO_BACK,
  },
  'invalid-input': {
    status: 422,
    title: 'There is a problem with what was sent',
    sentence: 'Some of the values are missing or not valid. Nothing was saved.',
    next: GO_BACK,
  },
  'key-reused': {
    status: 422,
    title: 'That idempotency key was used before',
    sentence: 'The same key came with a different request. Nothing was saved.',
    next: 'Use a new key for a new request.',
  },
  'version-required': {
    status: 428,
    title: 'Say which version you are changing',
    sentence: 'Changes need an If-Match header with the ETag that was read.',
    next: 'Read the record again and send its ETag.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many tries',
    sentence: 'There were too many requests from your network in a short time.',
    next: 'Wait a minute and try again.',
  },
  'server-fault': {
    status: 500,
    title: 'Something went wrong on our side',
    sentence: 'The service could not finish this. It has been noted for the team that looks after it.',
    next: 'Try again in a few minutes. If someone is waiting for contact, tell your duty lead now.',
  },
  unavailable: {
    status: 503,
    title: 'The service is not available just now',
    sentence: 'We could not reach something this service needs. Nothing was saved.',
    next: 'Try again in a few minutes. If someone is waiting for contact, tell your duty lead now.',
  },
} as const satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof PROBLEMS;
