import type { FastifyRequest } from 'fastify';

/** Told once on the next page: what was saved and what follows from it. Sentences of ours, nothing a person typed. */
export interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
}

declare module 'fastify' {
  interface Session {
    notice?: Notice;
  }
}

export function leaveNotice(request: FastifyRequest, notice: Notice): void {
  request.session.notice = notice;
}

export function takeNotice(request: FastifyRequest): Notice | null {
  const { notice } = request.session;
  if (notice === undefined) return null;
  request.session.notice = undefined;
  return notice;
}
