import { collectFigures } from './figures';
import { optionsFrom, USAGE } from './options';
import { runChaos } from './run';
import { finishedReport, keepReport } from './seed-state';

/** One line of JSON on standard output, what happens meanwhile on standard error. 0 only when every count is zero. */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsFrom(args);
  if (options === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  if (options.collect !== null) {
    collectFigures({ data: options.data, to: options.collect });
    return 0;
  }
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const before = options.fresh ? null : finishedReport(options);
  if (before !== null) say(`Finished before, in ${options.data}; nothing was run.`);
  const report = before ?? (await runChaos(options, say));
  // A seed that found something is run again until it finds nothing.
  if (!options.fresh && before === null && report.passed) keepReport(options, report);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.passed ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
