import type { StaffActor, UserId } from '#libs/domain';

/** Kept between leaving for the identity provider and coming back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  readonly startedAt: number;
  /** Set when somebody who is signed in proves once more that it is them: nobody else may come back in their place. */
  readonly again?: UserId;
}

/** Who is signed in. No name and no rights: those are read for each request. */
export interface SignedIn {
  readonly userId: UserId;
  readonly signedInAt: number;
  readonly authenticatedAt: number;
  readonly seenAt: number;
}

declare module 'fastify' {
  interface Session {
    pendingSignIn?: PendingSignIn;
    signedIn?: SignedIn;
  }
  interface FastifyRequest {
    actor?: StaffActor;
    /** When the sign-in behind an access token happened. Of programs alone: browsers have a session. */
    tokenProvenAt?: number;
  }
}
