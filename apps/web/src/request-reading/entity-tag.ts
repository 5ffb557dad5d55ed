import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { badRequest, Problem } from '../errors/problem';

const TAG = /^"(0|[1-9]\d{0,8})"$/;

/** A record's version as a strong ETag: version 7 is `"7"`. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/** The version that a client read before asking for a change: 428 when it does not say, 400 when malformed. */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw new Problem('version-required');
  const version = TAG.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw badRequest('The If-Match header is not valid.', [
    {
      field: 'If-Match',
      message: 'Send the ETag exactly as it was received; weak tags and * are not accepted',
    },
  ]);
}

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The record is at another version than the client read. */
export function changedSince(currentVersion: number): Problem {
  return new Problem('changed-since', { headers: { etag: entityTag(currentVersion) } });
}
