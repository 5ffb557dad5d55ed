import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '#libs/config';

/** JSON lines with ids and codes. Requests and replies are never handed to it whole. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const nothing = () => undefined;
  const options = {
    level,
    base: { process: 'web' },
    serializers: { req: nothing, res: nothing, err: nothing },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
