import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StaffActor } from '#libs/domain';
import {
  PostgresUnitOfWork,
  receiptProof,
  referralByReference,
  sealHead,
  sealHeads,
  sealKeys,
  statementsOf,
  waitingRows,
} from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { sendFile } from '../form-acts/send-file';
import { wrongFields } from '../form-acts/wrong-fields';
import { readAuditQuery } from './audit-query';
import { RECEIPT_PROOF } from './audit.copy';
import { MOST_WAITING, sealsPage } from './seals.page';

const PAGE_SIZE = 50;
const NUMBER = /^[1-9]\d{0,14}$/;

/** The sealed journal as the auditor sees it: heads to keep elsewhere, and the proof of one receipt. */
@Controller('/audit')
export class SealsController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @ForAct('see-audit')
  @Get('/seals')
  async seals(
    @CurrentActor() actor: StaffActor,
    @Query('before') before: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (before !== undefined && !isNumber(before)) throw notFound();
    const below = before === undefined ? null : Number(before);
    const read = await this.work.read(actor, async (manager, now) => {
      const run = statementsOf(manager);
      const [newest] = await sealHeads(run, { below: null, limit: 1 });
      return {
        now,
        newest: newest ?? null,
        heads: await sealHeads(run, { below, limit: PAGE_SIZE + 1 }),
        keys: await sealKeys(run),
        waiting: await waitingRows(run, MOST_WAITING),
      };
    });
    const heads = read.heads.slice(0, PAGE_SIZE);
    const last = read.heads.length > PAGE_SIZE ? heads.at(-1) : undefined;
    const nextPath = last && `/audit/seals?before=${last.number}`;
    const page = sealsPage({ ...read, heads, nextPath, timezone: this.settings.area.timezone });
    return this.pages.show(reply, 'pages/audit/seals.njk', page);
  }

  @ForAct('see-audit')
  @Get('/seals/:number')
  async head(
    @CurrentActor() actor: StaffActor,
    @Param('number') number: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isNumber(number)) throw notFound();
    const head = await this.work.read(actor, (manager) => sealHead(statementsOf(manager), Number(number)));
    if (head === null) throw notFound();
    return sendFile(reply, `head-${head.number}.json`, head);
  }

  @ForAct('see-audit')
  @Get('/receipt')
  async receipt(
    @CurrentActor() actor: StaffActor,
    @Query('reference') given: unknown,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw, reference, errors } = readAuditQuery({ reference: given });
    const asked = given !== undefined;
    const answer = reference === null ? null : await this.prove(actor, reference);
    const unknown = asked && (answer === null || answer.kind === 'not-found');
    const message = reference === null ? RECEIPT_PROOF.missing : RECEIPT_PROOF.unknown;
    const wrong = errors.length > 0 ? errors : unknown ? [{ field: 'reference', message }] : [];
    const proof = answer?.kind === 'proof' ? answer.proof : null;
    const page = {
      copy: RECEIPT_PROOF,
      typed: raw.reference,
      errors: wrong,
      wrong: wrongFields(wrong),
      words:
        proof !== null
          ? RECEIPT_PROOF.proven(proof.reference, proof.leafIndex + 1, proof.head.size, proof.head.number)
          : answer?.kind === 'waiting' && RECEIPT_PROOF.waiting,
      path: proof && `/audit/receipt/${proof.reference}`,
    };
    const status = wrong.length === 0 ? 200 : reference === null ? 400 : 404;
    return this.pages.show(reply, 'pages/audit/receipt-proof.njk', page, status);
  }

  @ForAct('see-audit')
  @Get('/receipt/:reference')
  async file(
    @CurrentActor() actor: StaffActor,
    @Param('reference') given: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reference } = readAuditQuery({ reference: given });
    const answer = reference === null ? null : await this.prove(actor, reference);
    if (answer?.kind !== 'proof') throw notFound();
    return sendFile(reply, `receipt-${answer.proof.reference}.json`, answer.proof);
  }

  private prove(actor: StaffActor, reference: string) {
    return this.work.read(actor, async (manager) => {
      const referralId = await referralByReference(manager, reference);
      return referralId === null
        ? null
        : receiptProof(statementsOf(manager), { referralId, reference, withRow: true });
    });
  }
}

function isNumber(value: unknown): value is string {
  return typeof value === 'string' && NUMBER.test(value);
}
