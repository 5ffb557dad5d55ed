import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from './injector';
import { PostgresKeeper } from './keeper';
import { Ledger, readLedger } from './ledger';
import type { ChaosOptions } from './options';
import { verifyChain } from './oracle/chain';
import { readFinalTables } from './oracle/final-tables';
import { judge } from './oracle/judge';
import { Refills } from './refills';
import { reportOf, type Report } from './report';
import { scheduleOf } from './schedule';
import { heal, settled } from './settle';
import { startSystem, type ChaosSystem } from './system';
import { Turns } from './turns';
import { Writer } from './writer';

const WARM_MS = 4_000;
const READY_MS = 60_000;
const DUE_WITHIN_SECONDS = 45;
const DUE_WITHIN_SECONDS_SHORT = 12;

/** One seed from the first process to the verdict. */
export async function runChaos(options: ChaosOptions, say: (line: string) => void): Promise<Report> {
  const began = performance.now();
  const system = await startSystem(options.queue);
  say(`${options.queue}, seed ${options.seed}: ${system.servers.folder}`);
  let passed = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void system.end({ keep: false }).finally(() => process.exit(1)));
  try {
    const report = await runOn(system, { options, say, began });
    passed = report.passed;
    return report;
  } finally {
    await system.end({ keep: options.keep && !passed });
  }
}

async function runOn(
  system: ChaosSystem,
  { options, say, began }: { options: ChaosOptions; say: (line: string) => void; began: number },
): Promise<Report> {
  const { servers, redis } = system;
  const [clock] = await servers.ask<{ offset: string }>('select offset_seconds as offset from app.instance');
  const serviceNow = () => Date.now() + Number(clock?.offset ?? 0) * 1_000;
  const ledger = new Ledger(join(servers.folder, 'ledger.jsonl'));
  const dueWithinSeconds = options.short ? DUE_WITHIN_SECONDS_SHORT : DUE_WITHIN_SECONDS;
  await ready(system);
  const writer = new Writer({ system, ledger, seed: options.seed, dueWithinSeconds, serviceNow });
  writer.start();
  await pause(WARM_MS);
  await redis?.keepDump();
  const refills = new Refills(system);
  const turns = new Turns();
  const keeper = new PostgresKeeper(system, turns);
  const injected = await inject(scheduleOf(options), { system, refills, turns }, say);
  say('the faults are over');
  await keeper.stop();
  await heal(system);
  await writer.stop();
  const healed = performance.now();
  const isSettled = await settled(system, { dueBy: serviceNow() + dueWithinSeconds * 1_000 });
  const settledMs = performance.now() - healed;
  await refills.finished();
  await system.endProcesses();
  ledger.close();
  const judgement = judge(
    readLedger(ledger.path),
    await readFinalTables((sql, values) => servers.ask(sql, values)),
  );
  const chain = verifyChain(servers);
  const took = { settledMs, wholeMs: performance.now() - began };
  const starts = [...system.webs, ...system.workers].reduce((sum, { process }) => sum + process.starts, 0);
  return reportOf({ options, injected, judgement, chain, refills, isSettled, took, starts });
}

/** Every web process answers. */
async function ready({ webs }: ChaosSystem): Promise<void> {
  const giveUpAt = performance.now() + READY_MS;
  for (const { url } of webs)
    for (;;) {
      const answer = await fetch(`${url}/api/v1/openapi.json`).catch(() => null);
      if (answer?.ok === true) break;
      if (performance.now() > giveUpAt) throw new Error(`${url} did not start within a minute.`);
      await pause(100);
    }
}
