import { drawMachine, MACHINES } from '#libs/domain';

/** What docs/state-machines.md must say: the machines as the code has them. */
export function stateMachinesDocument(): string {
  const sections = MACHINES.map(
    (machine) => `## ${machine.name}\n\n\`\`\`mermaid\n${drawMachine(machine)}\n\`\`\`\n`,
  );
  const intro = 'Drawn from the transition tables in `libs/domain`. To renew it: `UPDATE_DOCS=1 npm test`.';
  return [`# State machines\n\n${intro}\n`, ...sections].join('\n');
}
