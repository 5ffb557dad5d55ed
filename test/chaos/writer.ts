import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { attemptOn, consentOn, referral, type Act } from './acts';
import { PatientApi, type Answer } from './api';
import type { Ledger } from './ledger';
import { randomFrom, type Random } from './random';
import type { ChaosSystem } from './system';

const CLIENTS = 6;
const BETWEEN_MS = 120;
/** How long the writer asks after acts that it began when it is told to stop. */
const LAST_WORDS_MS = 120_000;

/**
 * Acts through the real API, several at a time, each asked for with one key until it is answered. What the service
 * acknowledged goes into the ledger before anything else happens.
 */
export class Writer {
  private readonly api: PatientApi;
  private readonly cases: string[] = [];
  private readonly clients: Promise<void>[] = [];
  private stopped = false;
  private givenUp = false;

  constructor(
    private readonly parts: {
      readonly system: ChaosSystem;
      readonly ledger: Ledger;
      readonly seed: number;
      /** Within how many seconds what is referred falls due. */
      readonly dueWithinSeconds: number;
      readonly serviceNow: () => number;
    },
  ) {
    this.api = new PatientApi(parts.system, () => this.givenUp);
  }

  start(): void {
    for (let client = 0; client < CLIENTS; client += 1) this.clients.push(this.run(client));
  }

  /** Begins nothing more, and waits for an answer to everything that was begun. */
  async stop(): Promise<void> {
    this.stopped = true;
    const timer = setTimeout(() => (this.givenUp = true), LAST_WORDS_MS);
    await Promise.all(this.clients);
    clearTimeout(timer);
  }

  private async run(client: number): Promise<void> {
    const random = randomFrom(this.parts.seed * 1_000 + client);
    while (!this.stopped) {
      const act = await this.nextAct(random);
      if (act !== null) await this.carryOut(act);
      await pause(random.between(0, 2 * BETWEEN_MS));
    }
  }

  private async nextAct(random: Random): Promise<Act | null> {
    const { serviceNow, dueWithinSeconds } = this.parts;
    const chance = random.next();
    if (chance < 0.6 || this.cases.length === 0)
      return referral({ random, now: serviceNow(), dueWithinSeconds });
    // The newest are the ones whose clocks still run.
    const caseId = random.oneOf(this.cases.slice(-40));
    if (chance < 0.9) return attemptOn(caseId, { random, now: serviceNow() });
    const read = await this.api.ask({ method: 'GET', path: `/api/v1/cases/${caseId}`, persona: 'responder' });
    const etag = read?.body['etag'];
    return typeof etag === 'string' ? consentOn(caseId, { random, etag }) : null;
  }

  private async carryOut({ act, path, persona, body, headers, facts, idsOf }: Act): Promise<void> {
    const { ledger } = this.parts;
    const key = randomUUID();
    ledger.write({ kind: 'begun', key, act });
    const answer = await this.api.ask({
      method: 'POST',
      path,
      persona,
      body,
      headers: { 'idempotency-key': key, ...headers },
    });
    if (answer === null) return;
    if (answer.status !== 201) {
      ledger.write({ kind: 'refused', key, act, status: answer.status });
      return;
    }
    const at = new Date(this.parts.serviceNow()).toISOString();
    ledger.write({ kind: 'acknowledged', key, at, act, ids: idsOf(answer.body), ...facts });
    if (act === 'referral') await this.learnCase(answer);
  }

  /** Who refers is never told the case: it is looked up behind the curtain, and only so that more can happen to it. */
  private async learnCase({ body }: Answer): Promise<void> {
    const rows = await this.parts.system.servers
      .ask<{ case_id: string }>('select case_id from app.case_file where referral_id = $1', [body['id']])
      .catch(() => []);
    this.cases.push(...rows.map(({ case_id }) => case_id));
  }
}
