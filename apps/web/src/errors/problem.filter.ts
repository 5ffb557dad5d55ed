import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_MEDIA_TYPE, problemJson } from '../api/problem-json';
import { faultForLog } from '../logging/fault-for-log';
import { requestKind } from '../request-reading/request-kind';
import { safeReturnPath } from '../request-reading/safe-path';
import { SessionActor } from '../sign-in/session-actor';
import { Pages } from '../views/pages';
import { errorPage } from './error.page';
import type { Problem } from './problem';
import { problemOf } from './problem-of';

/** The one place that turns what went wrong into a status and a page, or problem details for programs. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: SessionActor,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    note(request, problem, thrown);
    if (reply.sent) return;
    for (const [name, value] of Object.entries(problem.options.headers ?? {})) reply.header(name, value);
    if (requestKind(request.url) !== 'page') {
      await reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(problemJson(problem, request.id));
      return;
    }
    if (problem.code === 'sign-in-required' && request.method === 'GET') {
      this.pages.redirect(reply, signInPath(request.url));
      return;
    }
    if (problem.code === 'second-factor-not-fresh' && request.method === 'GET') {
      this.pages.redirect(reply, `/sign-in/again?next=${encodeURIComponent(safeReturnPath(request.url))}`);
      return;
    }
    await this.knowWhoAsked(request);
    const page = errorPage(problem, request.id);
    await this.pages.showWhateverHappens(reply, 'errors/error.njk', page, problem.status);
  }

  /** No guard has looked at an address that nothing answers; its page must be the same as a hidden one's. */
  private async knowWhoAsked(request: FastifyRequest): Promise<void> {
    if (request.actor !== undefined || !request.session?.signedIn) return;
    const actor = await this.sessions.of(request).catch(() => undefined);
    if (actor !== undefined) request.actor = actor;
  }
}

function signInPath(url: string): string {
  const next = safeReturnPath(url);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** `error` is for what someone must act on now; an outage heals itself and shows in readiness. */
function note(request: FastifyRequest, problem: Problem, thrown: unknown): void {
  if (problem.status < 500) return;
  const level = problem.code === 'unavailable' ? 'warn' : 'error';
  request.log[level]({ problem: problem.code, fault: faultForLog(thrown) }, 'request failed');
}
