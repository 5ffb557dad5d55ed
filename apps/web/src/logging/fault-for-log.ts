import { codeOf } from '../errors/problem-of';

export interface FaultForLog {
  readonly name: string;
  readonly code: string;
  readonly constraint?: string;
  /** Where, never what: messages may repeat what someone typed. */
  readonly frames: readonly string[];
}

const NAME = /^[\w.:-]{1,80}$/;

export function faultForLog(thrown: unknown): FaultForLog {
  const fault = thrown instanceof Error ? thrown : new Error('not an error');
  const code = codeOf(thrown);
  return {
    name: safeName(fault.constructor.name),
    code: safeName(code),
    ...constraintOf(thrown),
    frames: framesOf(fault),
  };
}

function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at [^\n]*:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

function constraintOf(thrown: unknown): { constraint?: string } {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const source = 'driverError' in thrown ? thrown.driverError : thrown;
  if (typeof source !== 'object' || source === null || !('constraint' in source)) return {};
  return typeof source.constraint === 'string' ? { constraint: safeName(source.constraint) } : {};
}

function safeName(name: string): string {
  return NAME.test(name) ? name : '';
}
