import type { LoggerService } from '@nestjs/common';
import type { LogLevel } from '#libs/config';
import pino, { type Logger } from 'pino';
import { faultForLog } from './fault-for-log';

/** JSON lines with ids and codes. */
export function createLogger(level: LogLevel): Logger {
  return pino({ level, base: { process: 'worker', pid: process.pid } });
}

/** The framework's own notes, in the same stream; an error is reduced to its kind and place. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(textOf(message));
  }

  warn(message: unknown): void {
    this.logger.warn(textOf(message));
  }

  error(message: unknown): void {
    this.logger.error({ fault: faultForLog(message) }, 'the framework reports a fault');
  }
}

function textOf(message: unknown): string {
  return typeof message === 'string' ? message : 'framework note';
}
