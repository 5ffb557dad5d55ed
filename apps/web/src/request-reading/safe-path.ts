const LOCAL_PATH = /^\/(?:[a-z0-9][a-z0-9/_-]*)?(?:\?[A-Za-z0-9=&%._~+-]*)?$/;
const LONGEST = 300;

/** Where to go after signing in or moving the clock: a page of ours or nothing, never another site. */
export function safeReturnPath(given: unknown): string {
  if (typeof given !== 'string' || given.length > LONGEST || !LOCAL_PATH.test(given)) return '/';
  return /^\/(?:api|sign-in|sign-out|assets|health)(?:[/?]|$)/.test(given) ? '/' : given;
}
