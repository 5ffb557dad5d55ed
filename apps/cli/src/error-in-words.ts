const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
];

/** What went wrong, and what to do about it where that is known. Addresses stand in it without passwords. */
export function errorInWords(error: unknown): string {
  const unreached = connectionErrorIn(error);
  if (unreached === null) return error instanceof Error ? error.message : String(error);
  return [
    `The database cannot be reached (${unreached}).`,
    'Start Waymark on this machine (npm start) and run the command again while it runs, or name a database that runs:',
    'the variables that every command reads stand in the README under “Settings”.',
  ].join('\n');
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly address?: string;
  readonly port?: number;
}

/** Where it was tried to connect and in vain; null of any other error. Several addresses of one name are one error. */
function connectionErrorIn(error: unknown): string | null {
  if (error instanceof AggregateError) return connectionErrorIn(error.errors[0]);
  if (!isSystemError(error) || !UNREACHABLE.includes(error.code)) return null;
  const { syscall, address, port, code } = error;
  if (syscall !== 'connect' && syscall !== 'getaddrinfo') return null;
  const place = [address, port].filter((part) => part !== undefined).join(':');
  return place === '' ? code : `${code}, ${place}`;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
