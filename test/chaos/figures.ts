import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { QUEUE_MODES } from './options';
import type { Report } from './report';

/** Writes every seed that was finished in a data folder as one file of figures, with a sum for each queue mode. */
export function collectFigures({ data, to }: { readonly data: string; readonly to: string }): void {
  const names = existsSync(data) ? readdirSync(data).filter((name) => name.endsWith('.json')) : [];
  const runs = names.map((name) => JSON.parse(readFileSync(join(data, name), 'utf8')) as Report);
  const ordered = runs.sort((a, b) => a.queue.localeCompare(b.queue) || a.seed - b.seed);
  const memory = Math.round(totalmem() / 2 ** 30);
  const figures = {
    machine: `${availableParallelism()} cores, ${memory} GB, ${process.platform}, Node ${process.versions.node}`,
    date: new Date().toISOString().slice(0, 10),
    sums: QUEUE_MODES.map((queue) => sumOf(queue, ordered)).filter(({ seeds }) => seeds.length > 0),
    runs: ordered,
  };
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, `${JSON.stringify(figures, null, 2)}\n`);
}

function sumOf(queue: string, all: readonly Report[]) {
  const runs = all.filter((run) => run.queue === queue);
  const sum = (of: (run: Report) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    queue,
    seeds: runs.map(({ seed }) => seed),
    faults: sum(({ ran }) => ran),
    notRun: sum(({ faults, ran }) => faults - ran),
    clocks: sum(({ clocks }) => clocks),
    due: sum(({ due }) => due),
    acknowledged: sum(({ acknowledged: { referral, attempt, consent } }) => referral + attempt + consent),
    missed: sum(({ missed }) => missed),
    double: sum(({ double }) => double),
    early: sum(({ early }) => early),
    wrongDue: sum(({ wrongDue }) => wrongDue),
    lostAcknowledgedWrites: sum(({ lostAcknowledgedWrites }) => lostAcknowledgedWrites),
    doubledWrites: sum(({ doubledWrites }) => doubledWrites),
    unanswered: sum(({ unanswered }) => unanswered),
    journalGaps: sum(({ journalGaps }) => journalGaps),
    worstLatenessMs: Math.max(...runs.map(({ lateness }) => lateness.max ?? 0)),
    worstRefillMs: Math.max(...runs.map(({ refill }) => refill.max ?? 0)),
  };
}
