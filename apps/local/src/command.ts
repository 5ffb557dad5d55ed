import { spawn } from 'node:child_process';
import { projectRoot } from '#libs/config';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { surroundings, type Variables } from './instance';
import { StartProblem } from './problem';
import { say } from './progress';

export interface CommandRun {
  readonly variables: Variables;
  readonly signal: AbortSignal;
}

/** Runs one command of the command-line tool; its lines go through, set in a little. */
export async function runCommand(args: readonly string[], { variables, signal }: CommandRun): Promise<void> {
  signal.throwIfAborted();
  const program = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...surroundings(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const complaints: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => say(`    ${line}`));
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', stop);
  if (code === 0) return;
  throw new StartProblem(complaints.join('\n') || `"waymark ${args.join(' ')}" failed without saying why.`);
}
