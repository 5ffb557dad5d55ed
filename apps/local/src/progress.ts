/** One line for each step and what it took, so that nobody wonders whether anything happens. */
export async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  say(`  ${title.padEnd(48)} ${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s`);
  return result;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
