import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemView } from './problem.view';

const PROBLEM_WORDS = {
  400: 'A header, a cursor or the body could not be read.',
  401: 'The access token is missing, has ended or is not accepted.',
  404: 'Nothing is here for you: unknown, malformed and hidden are one answer.',
  409: 'A rule says no; `reason` is its code.',
  412: 'The record was changed since it was read; the answer carries its ETag.',
  413: 'The body is larger than 100 KB.',
  415: 'The body is not application/json.',
  422: 'A value is missing or not valid, or the Idempotency-Key came with another request before.',
  428: 'A change needs If-Match with the ETag that was read.',
  503: 'Something that is needed is out of reach just now: send it again in a few minutes, with the same key.',
} as const;

type ProblemStatus = keyof typeof PROBLEM_WORDS;

export interface AnswerOptions {
  /** Unique in the API; clients name their methods after it. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly type: Type;
  readonly status?: 200 | 201;
  readonly etag?: boolean;
  readonly problems?: readonly ProblemStatus[];
}

/** What a reading route answers. */
export function Answers(options: AnswerOptions): MethodDecorator {
  const { id, summary, description, type, status = 200, etag = false, problems = [400, 401, 404] } = options;
  const headers = {
    ...(etag && { ETag: { description: 'The version of the record.', schema: { type: 'string' } } }),
    ...(status === 201 && {
      Location: { description: 'Where the new record is, when it has a page.', schema: { type: 'string' } },
    }),
  };
  return applyDecorators(
    HttpCode(status),
    ApiExtraModels(ProblemView),
    ApiOperation({ operationId: id, summary, ...(description !== undefined && { description }) }),
    ApiResponse({ status, type, description: 'Done.', headers }),
    ...problems.map((problem) =>
      ApiResponse({
        status: problem,
        description: PROBLEM_WORDS[problem],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
      }),
    ),
  );
}

/** As `Answers`, for acts: each carries a key of its own, and `ifMatch` where the record must not have moved on. */
export function ActAnswers({
  ifMatch = false,
  ...options
}: AnswerOptions & { ifMatch?: boolean }): MethodDecorator {
  const problems: readonly ProblemStatus[] = ifMatch
    ? [400, 401, 404, 409, 412, 413, 415, 422, 428, 503]
    : [400, 401, 404, 409, 413, 415, 422, 503];
  const key = ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'New with every new request, the same when it is sent again: 16 to 64 letters, digits, - or _.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
    example: '00000000-0000-4000-8000-00000000c001',
  });
  const match = ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that was read.',
    schema: { type: 'string' },
    example: '"1"',
  });
  return applyDecorators(Answers({ ...options, problems }), key, ...(ifMatch ? [match] : []));
}
