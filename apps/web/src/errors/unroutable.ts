import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_MEDIA_TYPE, problemJson } from '../api/problem-json';
import { problemOf } from './problem-of';

/** An address that cannot be decoded reaches no route, guard or page: it is answered in one plain line. */
export function answerUnroutable(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  reply.raw.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  void reply
    .status(problem.status)
    .headers({ 'x-request-id': request.id, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .type(PROBLEM_MEDIA_TYPE)
    .send(problemJson(problem, request.id));
}
