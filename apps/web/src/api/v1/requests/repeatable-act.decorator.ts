import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RepeatablePipe } from './repeatable.pipe';

const Request = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/** What makes this request recognisable when it comes again: `@RepeatableAct() repeatable: Repeatable`. */
export const RepeatableAct = (): ParameterDecorator => Request(RepeatablePipe);
