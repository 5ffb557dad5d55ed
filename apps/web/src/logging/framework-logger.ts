import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** The framework's own start-up notes, in the same stream as ours; an error object is reduced to its place. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, text(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, text(message));
  }

  error(message: unknown, _stack?: string, context?: string): void {
    this.logger.error({ context }, text(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, text(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, text(message));
  }
}

function text(message: unknown): string {
  if (typeof message === 'string') return message;
  return message instanceof Error ? message.constructor.name : 'framework message';
}
