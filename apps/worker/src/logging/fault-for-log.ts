export interface FaultForLog {
  readonly name: string;
  readonly code: string;
  /** Where, never what: messages may repeat somebody's words (P12). */
  readonly frames: readonly string[];
}

const SAFE = /^[\w.:-]{1,80}$/;
const MOST_FRAMES = 12;

/** An error reduced to its kind, its code and its place. */
export function faultForLog(thrown: unknown): FaultForLog {
  const fault = thrown instanceof Error ? thrown : new Error('not an error');
  return { name: safe(fault.constructor.name), code: safe(codeOf(fault)), frames: framesOf(fault) };
}

function codeOf(fault: Error): string {
  const source: unknown = 'driverError' in fault ? fault.driverError : fault;
  if (typeof source !== 'object' || source === null || !('code' in source)) return '';
  return typeof source.code === 'string' ? source.code : '';
}

function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}

function safe(text: string): string {
  return SAFE.test(text) ? text : '';
}
