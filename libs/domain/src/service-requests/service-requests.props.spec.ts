import fc from 'fast-check';
import { MINUTE, type Instant } from '../time';
import { accountableOwner, type RequestOwnerRole } from './accountable-owner';
import { fireRequest } from './fire-request';
import {
  acceptedOf,
  aMinuteLater,
  anAct,
  begun,
  isLookedAfter,
  lived,
  type Model,
  type ModelAct,
} from './request-model.samples';
import { isAcceptedServiceRequest, isLiveServiceRequest, serviceRequestMachine } from './request-machine';
import type { ServiceRequest } from './service-request';
import { MANAGER } from './service-request.samples';

const STILL = 24 * 60;

/** The minutes in which something can change: those of acts, those of timers, and one before and after each. */
function everyMinute(acts: readonly ModelAct[], look: (model: Model) => void): Model {
  let model = begun();
  look(model);
  for (const act of acts) {
    for (let minute = 0; minute < act.minutes; minute += 1) {
      const quiet = quietMinutes(model, act.minutes - minute);
      if (quiet > 1) {
        model = { ...model, now: (model.now + (quiet - 1) * MINUTE) as Model['now'] };
        look(model);
        minute += quiet - 1;
      }
      model = aMinuteLater(model);
      look(model);
    }
    model = lived(model, act);
    look(model);
  }
  return model;
}

/** How many minutes nothing is due: in between the state is a constant, so its first and last stand for all. */
function quietMinutes({ requests, now }: Model, most: number): number {
  const wakes = requests.flatMap(({ nextFireAt }) => (nextFireAt === null ? [] : [nextFireAt]));
  const soonest = Math.min(...wakes, now + most * MINUTE);
  return Math.max(0, Math.floor((soonest - now) / MINUTE) - 1);
}

const BY_ROLE: readonly RequestOwnerRole[] = ['duty-lead', 'provider-coordinator'];

/** One owner while it lives, of the agency whose turn it is, who is not away; nobody afterwards. */
function isOwnedOnce(request: ServiceRequest, { ownerUserId, away }: Model): boolean {
  const owner = accountableOwner(request, { ownerUserId }, (userId) => away.has(userId));
  if (owner === null) return !isLiveServiceRequest(request);
  const whose = isAcceptedServiceRequest(request) ? request.agencyId : request.handlingAgencyId;
  const here = owner.userId === null ? BY_ROLE.includes(owner.role) : !away.has(owner.userId);
  return isLiveServiceRequest(request) && owner.agencyId === whose && here;
}

/** A live one has a step, a due time and a wake-up that is not behind us; one that is over has none of them. */
function isDueSometime(request: ServiceRequest, now: Instant): boolean {
  const { step, dueAt, nextFireAt } = request;
  if (!isLiveServiceRequest(request)) return step === null && dueAt === null && nextFireAt === null;
  return step !== null && dueAt !== null && nextFireAt !== null && nextFireAt > now - MINUTE;
}

const SEED = 20_260_302;
const act = (name: string, on = 0, minutes = 1): ModelAct => ({ on, minutes, act: name });
/** The first is silent until the next service is offered; both say yes in the end. */
const TWO_ACCEPT = [
  act('send'),
  act('silence', 0, 4 * STILL),
  act('choose', 1),
  act('send', 1),
  act('accept', 0),
  act('accept', 1),
];

/** Random acts alone seldom come far: a life begins at one of these places, and anything may happen from there. */
const BEGINNINGS: readonly (readonly ModelAct[])[] = [
  [],
  [act('send')],
  [act('send'), act('accept')],
  [act('send'), act('accept-for'), act('start')],
  TWO_ACCEPT,
];
const lives = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.array(anAct, { maxLength: 40 }))
  .map(([before, acts]) => [...before, ...acts]);

describe('requests for support, whatever happens in whatever order', () => {
  it('have exactly one accountable owner, who is not away, at every minute while they live, and none afterwards (P1, P15)', () => {
    fc.assert(
      fc.property(lives, (acts) => {
        const wrong: ServiceRequest[] = [];
        everyMinute(acts, (model) => {
          wrong.push(...model.requests.filter((request) => !isOwnedOnce(request, model)));
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are never live without something that is due, and an instant at which somebody looks again (P1)', () => {
    fc.assert(
      fc.property(lives, (acts) => {
        const wrong: ServiceRequest[] = [];
        everyMinute(acts, ({ requests, now }) => {
          wrong.push(...requests.filter((request) => !isDueSometime(request, now)));
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('pass to a service when it accepts and never otherwise (P15)', () => {
    fc.assert(
      fc.property(lives, (acts) => {
        let before = new Map<string, boolean>();
        everyMinute(acts, ({ requests }) => {
          for (const request of requests) {
            const was = before.get(request.id) ?? false;
            const is = isAcceptedServiceRequest(request);
            if (is && !was) expect(request.decidedAt).not.toBeNull();
            if (was && !is) expect(isLiveServiceRequest(request)).toBe(false);
          }
          before = new Map(requests.map((one) => [one.id, isAcceptedServiceRequest(one)]));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('lose no need: there is always one that lives, unless the person or its end ended it (P1)', () => {
    fc.assert(
      fc.property(lives, (acts) => {
        let lost = 0;
        everyMinute(acts, (model) => {
          lost += isLookedAfter(model) ? 0 : 1;
        });
        expect(lost).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('that two services accepted are a choice of the person, who keeps exactly one of them (P15)', () => {
    let pairs = 0;
    fc.assert(
      fc.property(lives, (acts) => {
        everyMinute(acts, (model) => {
          if (acceptedOf(model).length < 2) return;
          pairs += 1;
          const on = model.requests.findIndex(isAcceptedServiceRequest);
          const after = lived(model, { on, minutes: 0, act: 'choose-between' });
          expect(acceptedOf(after).map(({ id }) => id)).toEqual([model.requests[on]?.id]);
          expect(after.requests.filter(isLiveServiceRequest)).toHaveLength(1);
        });
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(pairs).toBeGreaterThan(0);
  });

  it('reach every state, so that what is said of them is said of something', () => {
    const reached = new Set<string>();
    const look = ({ requests }: Model) => {
      for (const { state, landedAt, managedBy } of requests) {
        reached.add(state);
        if (landedAt !== null) reached.add('landed');
        if (managedBy !== null) reached.add('taken-on');
      }
    };
    fc.assert(
      fc.property(lives, (acts) => {
        everyMinute(acts, look);
      }),
      { numRuns: 200, seed: SEED },
    );
    const wanted = [...Object.keys(serviceRequestMachine.transitions), 'landed', 'taken-on'];
    expect(wanted.filter((one) => !reached.has(one))).toEqual([]);
  });

  it('keep the place of the first asking, whoever is asked later', () => {
    fc.assert(
      fc.property(lives, (acts) => {
        const { requests } = everyMinute(acts, () => undefined);
        expect(new Set(requests.map(({ firstAskedAt }) => firstAskedAt)).size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('that wait for a service end with a manager if it stays silent, within a few days (P1)', () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 12 }), (acts) => {
        const model = everyMinute(acts, () => undefined);
        const silent = everyMinute(
          [...acts, { on: 0, minutes: 21 * STILL, act: 'silence' }],
          () => undefined,
        );
        for (const request of model.requests.filter(({ state }) =>
          ['sent', 'acknowledged'].includes(state),
        )) {
          const later = silent.requests.find(({ id }) => id === request.id);
          expect(later?.landedAt ?? later?.managerAcknowledgedAt ?? null).not.toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('noted twice at one moment are noted once', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 60 * 24 * 30 }), (acts, minutes) => {
        const { requests, now } = everyMinute(acts, () => undefined);
        const then = (now + minutes * MINUTE) as Model['now'];
        for (const request of requests) {
          const once = fireRequest(request, { now: then, manager: MANAGER });
          const twice = fireRequest(once.request, { now: then, manager: MANAGER });
          expect(twice).toEqual({ request: once.request, events: [], alarm: null, offerNext: false });
        }
      }),
      { numRuns: 100 },
    );
  });
});
