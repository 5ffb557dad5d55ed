import fc from 'fast-check';
import {
  CHANNELS,
  mayContact,
  MESSAGE_CHANNELS,
  type Channel,
  type Permission,
  type RouteState,
} from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { openMailbox, type Mailbox } from '../../timers/support/mailbox';
import { channelsTo, handOverBy, NOW, queueMail, withEmail, type Mailed } from './support';

/** What becomes of a card between the asking for a message and the moment at which it would leave. */
interface Change {
  readonly permissions: Readonly<Record<Channel, Permission>>;
  readonly state: RouteState;
  readonly seenBy: readonly string[];
  readonly checkedDaysAgo: number;
  readonly stopped: boolean;
  readonly wording: string | null;
  /** How often the same message was asked for. */
  readonly asked: number;
}

const permission = fc.constantFrom<Permission>('yes', 'no', 'unknown');
const anyChange: fc.Arbitrary<Change> = fc.record({
  permissions: fc.record(
    Object.fromEntries(CHANNELS.map((channel) => [channel, permission])),
  ) as unknown as fc.Arbitrary<Record<Channel, Permission>>,
  state: fc.constantFrom<RouteState>('active', 'suspended', 'quarantined'),
  seenBy: fc.subarray(['suspect', 'household']),
  checkedDaysAgo: fc.integer({ min: 0, max: 45 }),
  stopped: fc.boolean(),
  wording: fc.constantFrom('we-will-ring', null),
  asked: fc.integer({ min: 1, max: 2 }),
});

describe('P5 end to end, from the queue through the worker to a mail server', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await openMailbox();
  });
  afterAll(() => mailbox.close());

  async function become({ personId, emailRouteId }: Mailed, change: Change): Promise<void> {
    const { admin } = instance();
    await admin(
      `update app.contact_route set permissions = $2, state = $3, seen_by = $4,
         checked_at = $5::timestamptz - make_interval(days => $6) where route_id = $1`,
      [emailRouteId, change.permissions, change.state, change.seenBy, NOW, change.checkedDaysAgo],
    );
    await admin(
      `insert into app.safe_contact_card
       select (jsonb_populate_record(null::app.safe_contact_card, to_jsonb(c) || jsonb_build_object(
         'version', c.version + 1, 'stopped', $2::boolean, 'wording', $3::text))).*
       from app.safe_contact_card c where c.person_id = $1 order by c.version desc limit 1`,
      [personId, change.stopped, change.wording],
    );
  }

  it('nothing reaches any address of a card on which no route is known to be safe, and what is safe gets it once', async () => {
    let number = 0;
    await instance().setNow(NOW);
    await fc.assert(
      fc.asyncProperty(anyChange, async (change) => {
        number += 1;
        const address = `wren${number}@sample.example`;
        const found = await withEmail(instance(), await acts.refer('2026-03-02T10:00:00Z'), { address });
        for (let asked = 0; asked < change.asked; asked += 1) await queueMail(instance(), found);
        await become(found, change);
        const { workerWork } = instance();
        const { card, now } = await workerWork.run({ kind: 'service', process: 'mail' }, async (tx) => ({
          card: await tx.safeContact.cardOf(found.personId),
          now: tx.now,
        }));
        const safe = card.routes.some(({ id: routeId }) =>
          MESSAGE_CHANNELS.some((channel) => mayContact({ card, routeId, channel, now }).kind === 'may'),
        );

        await handOverBy(instance(), channelsTo(mailbox.url)).execute({ limit: 20 });

        const sent = mailbox.received.filter(({ to }) => to.includes(address));
        expect(sent).toHaveLength(safe ? change.asked : 0);
        expect(mailbox.received.every(({ to }) => to.length === 1)).toBe(true);
      }),
      { numRuns: 40, examples: [[SAFE], [{ ...SAFE, stopped: true }]] },
    );
    expect(mailbox.received.length).toBeGreaterThan(0);
  });
});

const SAFE: Change = {
  permissions: { call: 'no', text: 'no', voicemail: 'no', email: 'yes', post: 'no' },
  state: 'active',
  seenBy: [],
  checkedDaysAgo: 1,
  stopped: false,
  wording: 'we-will-ring',
  asked: 1,
};
