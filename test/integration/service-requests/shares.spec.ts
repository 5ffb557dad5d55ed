import type { CaseId, DataClass, ServiceRequestId, ShareId } from '#libs/domain';
import fc from 'fast-check';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { REPORTED, RequestActs, WILLOW_CHILD, WILLOW_ISVA } from './support';

const AGREED = ['identity', 'safe-contact', 'needs'] as const satisfies readonly DataClass[];

interface OpenShare {
  readonly share_id: ShareId;
  readonly data_classes: readonly string[];
}

describe('what acceptance opens to a service', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const openOf = (caseId: CaseId) =>
    instance().admin<OpenShare>(
      `select share_id, data_classes from app.share where case_id = $1 and agency_id = $2 and state = 'open'`,
      [caseId, WILLOW],
    );

  const sent = async (caseId: CaseId, kind: 'isva' | 'child-isva'): Promise<ServiceRequestId> => {
    const serviceId = kind === 'isva' ? WILLOW_ISVA : WILLOW_CHILD;
    const asked = await acts.propose(caseId, { kind, serviceId, reason: 'persons-choice' }, 'lead');
    if (asked.kind !== 'proposed') throw new Error(JSON.stringify(asked));
    const { requestId } = asked;
    expect(await acts.send(await acts.now(requestId))).toMatchObject({ kind: 'changed' });
    return requestId;
  };

  /** One person, one agency, two kinds of support, both of them accepted. */
  async function twoKinds() {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: AGREED });
    const [adult, child] = [await sent(caseId, 'isva'), await sent(caseId, 'child-isva')];
    for (const requestId of [adult, child]) await acts.accept(await acts.now(requestId));
    return { caseId, adult, child };
  }

  const wayOut: readonly [string, (requestId: ServiceRequestId) => Promise<unknown>][] = [
    ['taken back by the desk', async (id) => acts.withdraw(await acts.now(id))],
    ['not wanted any more', async (id) => acts.stillWanted(await acts.now(id), 'not-wanted')],
    [
      'brought to its end',
      async (id) => {
        await acts.allocate(await acts.now(id), instance().persona('adviser').userId);
        await acts.start(await acts.now(id));
        return acts.end(await acts.now(id));
      },
    ],
  ];

  it.each(wayOut)(
    'stays for the second kind of support, and closes with whichever is left when that is %s (P6)',
    async (_, over) => {
      for (const last of ['adult', 'child'] as const) {
        const two = await twoKinds();
        expect(await openOf(two.caseId)).toHaveLength(1);
        expect(await over(two[last === 'adult' ? 'child' : 'adult'])).toMatchObject({ kind: 'changed' });
        expect(await openOf(two.caseId)).toHaveLength(1);
        expect(await over(two[last])).toMatchObject({ kind: 'changed' });
        expect(await openOf(two.caseId)).toEqual([]);
      }
    },
  );

  it('is what the desk had only proposed, where it had: the service is not left without a name (P6)', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: AGREED });
    const proposed = await acts.consent.propose(caseId, ['needs']);
    const shareId = proposed.kind === 'proposed' ? proposed.shareId : null;
    const requestId = await sent(caseId, 'isva');
    const seen = await instance().webWork.read(instance().persona('coordinator'), (manager) =>
      manager.query<unknown[]>('select 1 from app.share where case_id = $1', [caseId]),
    );
    expect(seen).toEqual([]);
    await acts.accept(await acts.now(requestId));
    expect(await openOf(caseId)).toEqual([{ share_id: shareId, data_classes: [...AGREED] }]);
    expect(await acts.consent.read(shareId ?? ('' as ShareId))).toMatchObject({ kind: 'read' });
    await acts.withdraw(await acts.now(requestId));
    expect(await openOf(caseId)).toEqual([]);
  });

  it('grows by what the person has agreed to since, when a second kind of support begins', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: ['needs'] });
    const [adult, child] = [await sent(caseId, 'isva'), await sent(caseId, 'child-isva')];
    await acts.accept(await acts.now(adult));
    await acts.consent.record(caseId, { dataClasses: AGREED });
    await acts.accept(await acts.now(child));
    expect(await openOf(caseId)).toMatchObject([{ data_classes: [...AGREED] }]);
  });

  it('leaves alone what the desk has opened by hand', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.consent.record(caseId, { dataClasses: AGREED });
    const shareId = await acts.consent.shared(caseId, ['needs']);
    const requestId = await sent(caseId, 'isva');
    await acts.accept(await acts.now(requestId));
    await acts.stillWanted(await acts.now(requestId), 'not-wanted');
    expect(await openOf(caseId)).toEqual([{ share_id: shareId, data_classes: ['needs'] }]);
  });

  const ACTS = [
    'ask',
    'accept',
    'accept',
    'decline',
    'not-wanted',
    'withdraw',
    'support-and-end',
    'propose-share',
    'close-share',
    'consent-withdrawn',
  ] as const;

  async function act(caseId: CaseId, what: (typeof ACTS)[number], on: number): Promise<void> {
    const rows = await instance().admin<{ request_id: ServiceRequestId }>(
      `select request_id from app.service_request where case_id = $1 and next_fire_at is not null
       order by proposed_at, request_id`,
      [caseId],
    );
    const kind = on % 2 === 0 ? 'isva' : 'child-isva';
    if (what === 'ask') {
      const serviceId = kind === 'isva' ? WILLOW_ISVA : WILLOW_CHILD;
      await acts.consent.record(caseId, { dataClasses: AGREED });
      const asked = await acts.propose(caseId, { kind, serviceId, reason: 'persons-choice' }, 'lead');
      if (asked.kind === 'proposed') await acts.send(await acts.now(asked.requestId));
      return;
    }
    if (what === 'propose-share') return void (await acts.consent.propose(caseId, ['identity']));
    if (what === 'consent-withdrawn') return void (await acts.consent.withdraw(caseId));
    if (what === 'close-share') {
      const [open] = await openOf(caseId);
      return open === undefined ? undefined : void (await acts.consent.change(open.share_id, 'close'));
    }
    const requestId = rows[on % Math.max(rows.length, 1)]?.request_id;
    if (requestId === undefined) return;
    const asRead = await acts.now(requestId);
    if (what === 'accept') await acts.accept(asRead);
    else if (what === 'decline') await acts.decline(asRead);
    else if (what === 'not-wanted') await acts.stillWanted(asRead, 'not-wanted');
    else if (what === 'withdraw') await acts.withdraw(asRead);
    else {
      await acts.allocate(asRead, instance().persona('adviser').userId);
      await acts.start(await acts.now(requestId));
      await acts.end(await acts.now(requestId));
    }
  }

  /** Open, opened by a request, and nothing at that agency that the person is supported by. */
  const leftOpen = (caseId: CaseId) =>
    instance().admin(
      `select s.share_id from app.share s
       where s.case_id = $1 and s.state = 'open'
         and exists (select 1 from app.service_request r where r.share_id = s.share_id)
         and not exists (
           select 1 from app.service_request r
           where r.case_id = s.case_id and r.agency_id = s.agency_id and r.purpose = s.purpose
             and r.state in ('waiting', 'allocated', 'active'))`,
      [caseId],
    );

  it('is never open without an accepted request of that agency, whatever happens in whatever order (P6)', async () => {
    let bothAtOnce = 0;
    const life = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat({ max: 3 })), {
      minLength: 8,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const { caseId } = await promise.refer(REPORTED);
        const both = ['ask', 'ask', 'accept', 'accept'] as const;
        const begun = both.map((what, on) => [what, on] as const);
        for (const [what, on] of [...begun, ...steps]) {
          await act(caseId, what, on);
          expect(await leftOpen(caseId)).toEqual([]);
          const leaning = await instance().admin(
            'select 1 from app.service_request where case_id = $1 and share_id is not null and ended_at is null',
            [caseId],
          );
          bothAtOnce = Math.max(bothAtOnce, leaning.length);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(bothAtOnce).toBeGreaterThan(1);
  }, 180_000);
});
