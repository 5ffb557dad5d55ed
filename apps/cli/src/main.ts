import { commands } from './commands';
import { errorInWords } from './error-in-words';

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['usage: npm run --silent waymark -- <command> [arguments]', '', ...lines, ''].join('\n');
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (command) return command.run(args);
  process.stderr.write(usage());
  return 2;
}

// Whoever reads may stop, as `head` does: what is left unread is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  // Not process.exit: answers may still be on their way out.
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(errorInWords(error));
    process.exitCode = 1;
  },
);
