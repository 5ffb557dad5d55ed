import { setTimeout as pause } from 'node:timers/promises';
import { diskFault } from './faults/disk-fault';
import { networkFault } from './faults/network-faults';
import { postgresFault } from './faults/postgres-faults';
import { processFault } from './faults/process-faults';
import { redisFault } from './faults/redis-faults';
import type { FaultKind } from './fault-kinds';
import type { Refills } from './refills';
import type { Fault } from './schedule';
import type { ChaosSystem } from './system';
import { Turns } from './turns';

/** What a fault needs to do its harm, and to undo it. */
export interface Harm {
  readonly system: ChaosSystem;
  readonly refills: Refills;
  /** Harm to one server that must not overlap: nobody can kill what another is starting. */
  readonly turns: Turns;
}

/** Why a fault could not be done here; null when it was. */
export type Outcome = string | null;

export interface Injected {
  readonly ran: Readonly<Partial<Record<FaultKind, number>>>;
  readonly notRun: readonly { readonly kind: FaultKind; readonly reason: string; readonly times: number }[];
}

/** Does what the schedule says when it says so, and waits until every fault is over. */
export async function inject(
  schedule: readonly Fault[],
  harm: Harm,
  say: (line: string) => void,
): Promise<Injected> {
  const began = performance.now();
  const all: Promise<readonly [FaultKind, Outcome]>[] = [];
  for (const fault of schedule) {
    await pause(Math.max(0, fault.atMs - (performance.now() - began)));
    say(
      `${fault.number + 1}/${schedule.length} ${fault.kind}${fault.lastsMs > 0 ? ` ${fault.lastsMs} ms` : ''}`,
    );
    all.push(
      harmBy(fault, harm).then(
        (outcome) => [fault.kind, outcome] as const,
        (error: unknown) => [fault.kind, error instanceof Error ? error.message : String(error)] as const,
      ),
    );
  }
  return counted(await Promise.all(all));
}

function harmBy(fault: Fault, harm: Harm): Promise<Outcome> {
  const { kind } = fault;
  if (kind === 'disk-full') return diskFault(fault, harm);
  if (kind.startsWith('redis-')) return redisFault(fault, harm);
  if (kind.startsWith('postgres-')) return postgresFault(fault, harm);
  if (kind.startsWith('connections-')) return networkFault(fault, harm);
  return processFault(fault, harm);
}

function counted(all: readonly (readonly [FaultKind, Outcome])[]): Injected {
  const ran: Partial<Record<FaultKind, number>> = {};
  const failed = new Map<string, { kind: FaultKind; reason: string; times: number }>();
  for (const [kind, outcome] of all) {
    if (outcome === null) {
      ran[kind] = (ran[kind] ?? 0) + 1;
      continue;
    }
    const id = `${kind} ${outcome}`;
    const times = (failed.get(id)?.times ?? 0) + 1;
    failed.set(id, { kind, reason: outcome, times });
  }
  return { ran, notRun: [...failed.values()] };
}
