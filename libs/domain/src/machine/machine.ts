/**
 * A state machine as data: one table that rules ask, start-up checks and the docs draw.
 * `transitions[state][event]` names the next state; a missing entry means the event is refused there.
 */
export interface Machine<State extends string, Event extends string> {
  readonly name: string;
  readonly initial: State;
  readonly terminal: readonly State[];
  readonly transitions: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;
}

export type MachineFault =
  | { readonly kind: 'unreachable'; readonly state: string }
  | { readonly kind: 'unknown-target'; readonly state: string; readonly event: string }
  | { readonly kind: 'dead-end'; readonly state: string }
  | { readonly kind: 'leaves-terminal'; readonly state: string };

/** The state an event leads to, or null when the machine refuses it in this state. */
export function nextState<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  { state, event }: { state: State; event: Event },
): State | null {
  return machine.transitions[state][event] ?? null;
}

/** What is wrong with a machine: states nobody reaches, targets that do not exist, states nobody leaves. */
export function faultsOf<State extends string, Event extends string>(
  machine: Machine<State, Event>,
): readonly MachineFault[] {
  const states = Object.keys(machine.transitions) as State[];
  const edges = states.flatMap((state) =>
    Object.entries(machine.transitions[state] as Record<string, State>).map(([event, target]) => ({
      state,
      event,
      target,
    })),
  );
  const reached = new Set<State>([machine.initial, ...edges.map((edge) => edge.target)]);
  return [
    ...states
      .filter((state) => !reached.has(state))
      .map((state) => ({ kind: 'unreachable' as const, state })),
    ...edges
      .filter((edge) => !states.includes(edge.target))
      .map(({ state, event }) => ({ kind: 'unknown-target' as const, state, event })),
    ...states
      .filter((state) => !machine.terminal.includes(state) && edges.every((edge) => edge.state !== state))
      .map((state) => ({ kind: 'dead-end' as const, state })),
    ...states
      .filter((state) => machine.terminal.includes(state) && edges.some((edge) => edge.state === state))
      .map((state) => ({ kind: 'leaves-terminal' as const, state })),
  ];
}
