import type { Machine } from './machine';

/** A machine as a Mermaid state diagram, for the docs. */
export function drawMachine(machine: Machine<string, string>): string {
  const edges = Object.entries(machine.transitions).flatMap(([state, events]) =>
    Object.entries(events).map(([event, target]) => `  ${id(state)} --> ${id(target ?? state)}: ${event}`),
  );
  const labels = Object.keys(machine.transitions).map((state) => `  state "${state}" as ${id(state)}`);
  const ends = machine.terminal.map((state) => `  ${id(state)} --> [*]`);
  return ['stateDiagram-v2', ...labels, `  [*] --> ${id(machine.initial)}`, ...edges, ...ends].join('\n');
}

function id(state: string): string {
  return state.replaceAll('-', '_');
}
