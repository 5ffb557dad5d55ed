import type { ServiceRequestId } from '#libs/domain';
import { providerCaseload, type RequestCursor } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs } from './support';

describe('the caseload of a service, page by page', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  let waiting: ServiceRequestId[];

  /** Three that wait, in the order of their first asking, which is not the order in which they came here. */
  beforeAll(async () => {
    await instance().setNow(MONDAY);
    const came: ServiceRequestId[] = [];
    for (const days of [3, 40, 12]) {
      const requestId = await acts.sent((await promise.refer(REPORTED)).caseId);
      await acts.accept(await acts.now(requestId));
      await instance().admin(
        `update app.service_request set first_asked_at = first_asked_at - make_interval(days => $2)
         where request_id = $1`,
        [requestId, days],
      );
      came.push(requestId);
    }
    waiting = [1, 2, 0].flatMap((place) => came[place] ?? []);
  });

  const page = (after: RequestCursor | null) => {
    const { agencyId, userId } = instance().persona('coordinator');
    return instance().webWork.read(instance().persona('coordinator'), (manager) =>
      providerCaseload(manager, { agencyId, userId, tab: 'all', limit: 1, after }),
    );
  };

  it('shows those first who asked first, and its addresses hold no time of anybody’s (P7)', async () => {
    const shown: ServiceRequestId[] = [];
    let after: RequestCursor | null = null;
    do {
      const { requests, next } = await page(after);
      shown.push(...requests.map(({ id }) => id));
      expect(next?.at ?? 0).toBe(0);
      after = next;
    } while (after !== null);
    expect(shown).toEqual(waiting);
  });

  it('begins anew where the request at which a page ended is not theirs to see any more', async () => {
    const { next } = await page(null);
    const gone = { ...next, id: '00000000-0000-7000-8000-00000000dead' } as RequestCursor;
    expect((await page(gone)).requests.map(({ id }) => id)).toEqual(waiting.slice(0, 1));
  });
});
