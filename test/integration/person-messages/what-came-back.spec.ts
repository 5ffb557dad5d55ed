import { once } from 'node:events';
import { connect } from 'node:net';
import pino from 'pino';
import { AnswerSafetyReview, ReportDelivery, TakeDeliveryReports } from '#libs/casework';
import type { ReviewAnswer, SafetyReviewId } from '#libs/domain';
import { BounceListener } from '../../../apps/worker/src/person-messages/bounce-listener';
import { onlyOnce } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';
import { BOUNCE_TO, handOverBy, heldTransport, messagesOf, NOW, queueMail, withEmail } from './support';

const DSN = (action: string) =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; wren@sample.example',
    `Action: ${action}`,
    '--b--',
  ].join('\r\n');

describe('what comes back of a message to a person', () => {
  const web = useWeb();
  const instance = () => web().instance;
  const acts = new PromiseActs(instance);
  const takeReports = () =>
    new TakeDeliveryReports(instance().workerWork, instance().ids).execute({ limit: 20 });

  /** A message that has left. */
  async function gone() {
    await instance().setNow(NOW);
    const found = await withEmail(instance(), await acts.refer('2026-03-02T10:00:00Z'));
    await queueMail(instance(), found);
    const held = heldTransport();
    held.release();
    await handOverBy(instance(), held.transport).execute({ limit: 20 });
    const [message] = await messagesOf(instance(), found.caseId);
    return { ...found, messageId: message?.message_id ?? '' };
  }
  const reviews = (caseId: string) =>
    instance().admin<{
      review_id: SafetyReviewId;
      cause: string;
      state: string;
      route: string;
      revision: number;
    }>(
      `select v.review_id, v.cause, v.state, v.revision, r.state as route from app.safety_review v
       join app.contact_route r using (route_id) where v.case_id = $1`,
      [caseId],
    );

  async function listener() {
    const parts = { report: new ReportDelivery(instance().workerWork), logger: pino({ level: 'silent' }) };
    const made = new BounceListener({ host: '127.0.0.1', port: 0, bounceTo: BOUNCE_TO }, parts);
    return { made, port: await made.open() };
  }

  it.each(['failed', 'delayed'])(
    'opens a safety review by a returned mail that says %s, or none',
    async (action) => {
      const { caseId, messageId } = await gone();
      const { made, port } = await listener();
      const answers = await smtp(port, `return+${messageId}@messages.example`, DSN(action));
      await made.close();
      await takeReports();

      expect(answers.at(-2)).toMatch(/^250/);
      const [message] = await messagesOf(instance(), caseId);
      const failed = action === 'failed';
      expect(message).toMatchObject(
        failed ? { state: 'failed', reason: 'bounced' } : { state: 'handed-over' },
      );
      expect(await reviews(caseId)).toMatchObject(
        failed ? [{ cause: 'bounced', state: 'open', route: 'suspended' }] : [],
      );
    },
  );

  it('takes in nothing at any other address', async () => {
    const { made, port } = await listener();
    const answers = await smtp(port, 'return@messages.example', DSN('failed'));
    await made.close();
    expect(answers.some((line) => line.startsWith('550'))).toBe(true);
  });

  it('changes nothing twice, and nothing by a report about what never left', async () => {
    const { caseId, messageId } = await gone();
    const report = new ReportDelivery(instance().workerWork);
    const said = { messageId: messageId as never, outcome: 'failed' } as const;
    await report.execute(said);
    await report.execute(said);
    await report.execute({ messageId: instance().ids.next(), outcome: 'failed' });
    await report.execute({ ...said, outcome: 'delivered' });
    await takeReports();
    await takeReports();

    expect(await messagesOf(instance(), caseId)).toMatchObject([{ state: 'failed', reason: 'bounced' }]);
    expect(await reviews(caseId)).toHaveLength(1);
  });

  it.each([
    ['keep-on-hold', 'suspended'],
    ['out-of-use', 'quarantined'],
    ['safe-again', 'active'],
  ] as const)('ends with what a lead decides: %s', async (answer, route) => {
    const { caseId, messageId } = await gone();
    await new ReportDelivery(instance().workerWork).execute({
      messageId: messageId as never,
      outcome: 'failed',
    });
    await takeReports();
    const [review] = await reviews(caseId);

    expect(await decide(review?.review_id, { caseId, answer, by: 'responder' })).toEqual({
      kind: 'not-found',
    });
    expect(await decide(review?.review_id, { caseId, answer, revision: 7 })).toMatchObject({ kind: 'stale' });
    expect(await decide(review?.review_id, { caseId, answer })).toMatchObject({ kind: 'answered' });
    expect(await reviews(caseId)).toMatchObject([{ state: 'answered', route }]);
    expect(await decide(review?.review_id, { caseId, answer })).toEqual({
      kind: 'refused',
      reason: 'already-answered',
    });
  });

  it('P12 takes what Notify says of a text only with the token, and is not there without one', async () => {
    const { messageId } = await gone();
    const answer = await web().app.inject({
      method: 'POST',
      url: '/api/text-status',
      headers: { authorization: 'Bearer guessed', 'content-type': 'application/json' },
      payload: JSON.stringify({ reference: messageId, status: 'delivered', to: '+447700900123' }),
    });
    expect(answer.statusCode).toBe(404);
    expect(
      await instance().admin('select 1 from app.delivery_report where message_id = $1', [messageId]),
    ).toEqual([]);
    expect(web().logs.join('\n')).not.toContain('447700900123');
  });

  async function decide(
    reviewId: SafetyReviewId | undefined,
    options: { caseId: string; answer: ReviewAnswer; by?: string; revision?: number },
  ) {
    const { webWork, persona } = instance();
    const { caseId, answer, by = 'lead', revision = 1 } = options;
    const input = { caseId: caseId as never, reviewId: reviewId as SafetyReviewId, revision, answer };
    const once = await new AnswerSafetyReview(webWork).execute(persona(by), input, onlyOnce());
    return once.kind === 'done' ? once.result : once;
  }
});

/** A mail server that hands back one mail, with the empty sender of a report; answers every line it was told. */
async function smtp(port: number, to: string, data: string): Promise<readonly string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  const wait = async () => {
    for (;;) {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      const lines = chunk.toString().trim().split('\r\n');
      answers.push(...lines);
      if (/^\d{3} /.test(lines.at(-1) ?? '')) return;
    }
  };
  await wait();
  for (const line of [
    'EHLO mail.example',
    'MAIL FROM:<>',
    `RCPT TO:<${to}>`,
    'DATA',
    `${data}\r\n.`,
    'QUIT',
  ]) {
    socket.write(`${line}\r\n`);
    await wait();
    if (answers.at(-1)?.startsWith('5')) break;
  }
  socket.destroy();
  return answers;
}
