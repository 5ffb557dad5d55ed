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
  {
    name: 'migrate',
    summary: 'bring the databases to this version',
    run: async () => (await import('./migrate/migrate.command.js')).runMigrate(),
  },
  {
    name: 'load-area',
    summary: 'load an area pack: --area <name> [--synthetic]',
    run: async (args) => (await import('./load-area/load-area.command.js')).runLoadArea(args),
  },
  {
    name: 'seed',
    summary: 'fill a synthetic instance with invented referrals of the last weeks',
    run: async (args) => (await import('./seed/seed.command.js')).runSeed(args),
  },
  {
    name: 'rotate-keys',
    summary: 'wrap every data key anew under the master key in force; may be stopped and run again',
    run: async () => (await import('./rotate-keys/rotate-keys.command.js')).runRotateKeys(),
  },
  {
    name: 'export-erasures',
    summary: 'write the sealed ledger of erasures to standard output, to keep away from the backups',
    run: async () => (await import('./replay-erasures/export-erasures.command.js')).runExportErasures(),
  },
  {
    name: 'replay-erasures',
    summary:
      'erase again in a restored system everybody who was erased: [--ledger <file> | --nobody-was-erased]',
    run: async (args) =>
      (await import('./replay-erasures/replay-erasures.command.js')).runReplayErasures(args),
  },
  {
    name: 'subject-pack',
    summary: 'write the sealed pack of a request for a copy into an encrypted file, or open such a file',
    run: async (args) => (await import('./subject-pack/subject-pack.command.js')).runSubjectPack(args),
  },
  {
    name: 'directory',
    summary:
      'write the directory of services as Open Referral UK, or take such a file in (docs/directory.md)',
    run: async (args) => (await import('./directory/directory.command.js')).runDirectory(args),
  },
  {
    name: 'import-offences',
    summary: 'say what a CSV or ODS file of recorded offences would change, or take it in with --take',
    run: async (args) =>
      (await import('./import-offences/import-offences.command.js')).runImportOffences(args),
  },
  {
    name: 'token',
    summary: 'print an API token for a persona of the synthetic instance: token <persona>',
    run: async (args) => (await import('./token/token.command.js')).runToken(args),
  },
  {
    name: 'export-journal',
    summary: 'write the journal as JSON Lines to standard output',
    run: async () =>
      (await import('./verify/export-journal.js')).exportJournal({
        output: process.stdout,
        environment: process.env,
      }),
  },
  {
    name: 'export-audit',
    summary:
      'write the sealed journal into a folder for auditors: --to <folder> (docs/journal-verification.md)',
    run: async (args) =>
      (await import('./audit-export/export-audit.command.js')).runExportAudit({
        args,
        output: process.stdout,
        notices: process.stderr,
        environment: process.env,
      }),
  },
  {
    name: 'rebuild-figures',
    summary: 'count the figures again from the whole journal, beside those that are shown',
    run: async (args) =>
      (await import('./rebuild-figures/rebuild-figures.command.js')).runRebuildFigures({
        args,
        output: process.stdout,
        notices: process.stderr,
        environment: process.env,
      }),
  },
  {
    name: 'attack-release',
    summary:
      'try every published figure as a patient reader would, and name each hidden count that gives way',
    run: async (args) =>
      (await import('./attack-release/attack-release.command.js')).runAttackRelease({
        args,
        output: process.stdout,
        environment: process.env,
      }),
  },
  {
    name: 'verify',
    summary:
      'check an export: <folder> [--key file] [--head file], --receipt <file>, a journal on standard input, or --database',
    run: async (args) =>
      (await import('./verify/run-verify.js')).runVerify({
        args,
        input: process.stdin,
        output: process.stdout,
        notices: process.stderr,
        environment: process.env,
      }),
  },
  {
    name: 'verify-snapshot',
    summary:
      'check the signed figures of a quarter, and files of its tables: <signed.json> [file …] [--key file]',
    run: async (args) =>
      (await import('./verify-snapshot/verify-snapshot.command.js')).runVerifySnapshot({
        args,
        output: process.stdout,
      }),
  },
  {
    name: 'print-report',
    summary: 'print a quarterly report, downloaded as HTML, to a tagged PDF: <report.html> [--out file]',
    run: async (args) =>
      (await import('./print-report/print-report.command.js')).runPrintReport({
        args,
        output: process.stdout,
        environment: process.env,
      }),
  },
];
