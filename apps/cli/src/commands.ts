export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Resolves to the exit code. */
  run(args: readonly string[]): Promise<number>;
}

/** Each command is loaded when it runs: an auditor's question about working time waits for no database driver. */
export const commands: readonly Command[] = [
  {
    name: 'working-time',
    summary: 'answer questions about working time, JSON Lines in and out (docs/working-time.md)',
    run: async () =>
      (await import('./working-time/run-working-time.js')).runWorkingTime(process.stdin, process.stdout),
  },
];
