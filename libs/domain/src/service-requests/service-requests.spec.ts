import type { TeamId, UserId } from '../ids';
import { whoAnswers } from '../leave';
import { instant, isoOf, soundCalendarOf } from '../time';
import { accountableOwner } from './accountable-owner';
import {
  chooseBetween,
  chooseService,
  notWanted,
  sendRequest,
  takeOnRequest,
  withdrawRequest,
} from './desk-acts';
import { fireRequest, toldOf } from './fire-request';
import { openInstead } from './open-request';
import { DEFAULT_REQUEST_CLOCKS, requestClocksFaults } from './request-clocks';
import type { RequestChange } from './request-step';
import {
  acceptRequest,
  acknowledgeRequest,
  declineRequest,
  redirectRequest,
  startSupport,
} from './service-acts';
import { purposeOfKind, type ServiceRequest } from './service-request';
import {
  ADVISER,
  AGENCY,
  aRequest,
  ASKED,
  DESK,
  MANAGER,
  OTHER_SERVICE,
  RESPONDER,
  SERVICE,
  timingAt,
} from './service-request.samples';
import { dueOf } from './step-clock';
import { weeksWaited } from './weeks-waited';

function after(change: RequestChange<string>): ServiceRequest {
  if (change.kind === 'refused') throw new Error(change.reason);
  return change.request;
}

const sent = () => after(sendRequest(aRequest(), { ground: 'consent', timing: timingAt() }));
const accepted = (allocateTo: UserId | null = null) =>
  after(acceptRequest(sent(), { allocateTo, timing: timingAt() }));
const OWNED = { ownerUserId: RESPONDER };
const TEAM = '018f3c1e-0000-7000-8000-000000000010' as TeamId;
const nobodyIsAway = () => false;

describe('who answers for a request', () => {
  const landed = () => ({ ...sent(), landedAt: ASKED, landedOn: MANAGER });

  it.each([
    [
      'the owner of the case until a service accepts',
      sent(),
      { agencyId: DESK, userId: RESPONDER, role: 'case-owner', inPlaceOf: null },
    ],
    [
      'the service’s coordinator from acceptance',
      accepted(),
      { agencyId: AGENCY, userId: null, role: 'provider-coordinator', inPlaceOf: null },
    ],
    [
      'the worker who is named',
      accepted(ADVISER),
      { agencyId: AGENCY, userId: ADVISER, role: 'provider-worker', inPlaceOf: null },
    ],
    [
      'the manager who took it on',
      after(takeOnRequest(landed(), { by: MANAGER, timing: timingAt() })),
      { agencyId: DESK, userId: MANAGER, role: 'service-manager', inPlaceOf: null },
    ],
  ])('is %s (P15)', (_, request, owner) => {
    expect(accountableOwner(request, OWNED, nobodyIsAway)).toEqual(owner);
  });

  it('is the duty lead where nobody owns the case, and nobody once it is over (P1)', () => {
    expect(accountableOwner(sent(), { ownerUserId: null }, nobodyIsAway)).toMatchObject({
      role: 'duty-lead',
      userId: null,
    });
    const over = after(withdrawRequest(sent(), { reason: 'person-asked', timing: timingAt() }));
    expect(accountableOwner(over, OWNED, nobodyIsAway)).toBeNull();
  });

  it.each([
    ['the duty lead while the owner of the case is away', sent(), RESPONDER, DESK, 'duty-lead'],
    [
      'the duty lead while the manager who took it on is away',
      after(takeOnRequest(landed(), { by: MANAGER, timing: timingAt() })),
      MANAGER,
      DESK,
      'duty-lead',
    ],
    [
      'the coordinator while the worker who is named is away',
      accepted(ADVISER),
      ADVISER,
      AGENCY,
      'provider-coordinator',
    ],
  ] as const)('is %s (P15)', (_, request, who, agencyId, role) => {
    const owner = accountableOwner(request, OWNED, (userId) => userId === who);
    expect(owner).toEqual({ agencyId, userId: null, role, inPlaceOf: who });
  });

  it('is whom the leave of the owner says for the case, as long as nobody has accepted (P15)', () => {
    const owned = { ...OWNED, handlingAgencyId: DESK, ownerTeamId: TEAM };
    for (const isAway of [nobodyIsAway, () => true]) {
      const forCase = whoAnswers(owned, isAway);
      const owner = accountableOwner(sent(), OWNED, isAway);
      expect(owner?.userId).toBe(forCase.kind === 'person' ? forCase.userId : null);
    }
  });
});

describe('when a step is due', () => {
  it.each([
    ['acknowledge', '2026-03-02T10:00:00Z', '2026-03-03T17:00:00.000Z'],
    ['acknowledge', '2026-03-06T16:59:00Z', '2026-03-09T17:00:00.000Z'],
    // Good Friday and Easter Monday 2026; British Summer Time from 29 March.
    ['acknowledge', '2026-04-02T10:00:00Z', '2026-04-07T16:00:00.000Z'],
    ['decide', '2026-03-02T10:00:00Z', '2026-03-09T17:00:00.000Z'],
    ['ask-still-wanted', '2026-03-02T10:00:00Z', '2026-04-01T16:00:00.000Z'],
    // Thirty days on is Easter Saturday: the Tuesday after it.
    ['start', '2026-03-05T10:00:00Z', '2026-04-07T16:00:00.000Z'],
    ['review', '2026-03-02T10:00:00Z', '2026-05-25T16:00:00.000Z'],
  ] as const)('%s from %s: %s', (step, from, due) => {
    expect(isoOf(dueOf(step, 'soon', timingAt(instant(from))))).toBe(due);
  });

  it('counts the service’s own days, which need not be the desk’s', () => {
    const service = soundCalendarOf({
      timezone: 'Europe/London',
      schedule: { wed: [['10:00', '16:00']] },
      holidays: [],
    });
    expect(isoOf(dueOf('acknowledge', 'soon', timingAt(ASKED, { service })))).toBe(
      '2026-03-04T17:00:00.000Z',
    );
    expect(isoOf(dueOf('send', 'soon', timingAt(ASKED, { service })))).toBe('2026-03-03T17:00:00.000Z');
  });

  it('is shorter for somebody urgent', () => {
    expect(dueOf('decide', 'urgent', timingAt())).toBeLessThan(dueOf('decide', 'routine', timingAt()));
  });

  it('is there though no calendar can tell (P1)', () => {
    const past = soundCalendarOf({
      timezone: 'Europe/London',
      schedule: { mon: [['09:00', '17:00']] },
      holidays: [],
      knownUntil: '2020-12-31',
    });
    const timing = timingAt(ASKED, { service: null, desk: past });
    expect(isoOf(dueOf('acknowledge', 'soon', timing))).toBe('2026-03-03T10:00:00.000Z');
  });
});

describe('an act that is not possible', () => {
  const timing = timingAt();

  it('is refused with what is in the way', () => {
    expect(sendRequest(aRequest(), { ground: null, timing })).toEqual({
      kind: 'refused',
      reason: 'no-ground',
    });
    expect(sendRequest(aRequest({ serviceId: null, agencyId: null }), { ground: 'consent', timing })).toEqual(
      { kind: 'refused', reason: 'no-service-yet' },
    );
    expect(acknowledgeRequest(aRequest(), timing)).toEqual({ kind: 'refused', reason: 'moved-on' });
    expect(acceptRequest(accepted(), { allocateTo: null, timing })).toMatchObject({ reason: 'moved-on' });
    expect(startSupport(accepted(), timing)).toMatchObject({ reason: 'moved-on' });
    expect(takeOnRequest(sent(), { by: MANAGER, timing })).toMatchObject({ reason: 'not-landed' });
    expect(redirectRequest(sent(), { to: SERVICE, reason: 'fits-better', timing })).toMatchObject({
      reason: 'same-service',
    });
  });

  it('after it was taken back says so, and after another end that it is over', () => {
    const back = after(withdrawRequest(sent(), { reason: 'consent-withdrawn', timing }));
    expect(acceptRequest(back, { allocateTo: null, timing })).toEqual({
      kind: 'refused',
      reason: 'withdrawn',
    });
    const no = after(declineRequest(sent(), { reason: 'age', timing }));
    expect(acceptRequest(no, { allocateTo: null, timing })).toEqual({ kind: 'refused', reason: 'over' });
    expect(notWanted(no, timing)).toEqual({ kind: 'refused', reason: 'over' });
  });

  it('sends nobody in a circle', () => {
    const chosen = { serviceId: SERVICE, agencyId: AGENCY, reachedBy: 'inbox' } as const;
    const open = aRequest({ serviceId: null, agencyId: null });
    expect(chooseService(open, { chosen, tried: [OTHER_SERVICE, SERVICE], timing })).toEqual({
      kind: 'refused',
      reason: 'asked-there-before',
    });
    expect(chooseService(open, { chosen, tried: [OTHER_SERVICE], timing }).kind).toBe('changed');
  });
});

describe('two services that could have somebody', () => {
  const timing = timingAt();
  const second = (before: ServiceRequest) =>
    openInstead(before, { id: 'second' as ServiceRequest['id'], by: null, timing }).request;

  it('are down to the one that the person keeps', () => {
    const first = sent();
    const choice = chooseBetween([first, second(first)], { keep: first.id, timing });
    if (choice.kind !== 'chosen') throw new Error(choice.kind);
    expect(choice.taken.map((one) => after(one))).toMatchObject([
      { id: 'second', state: 'withdrawn', withdrawReason: 'chose-another' },
    ]);
  });

  it('are no choice when there is one, and the one kept must still be there', () => {
    const first = sent();
    expect(chooseBetween([first], { keep: first.id, timing })).toMatchObject({ reason: 'nothing-to-choose' });
    const over = after(declineRequest(first, { reason: 'age', timing }));
    expect(chooseBetween([over, second(over)], { keep: over.id, timing })).toMatchObject({
      reason: 'moved-on',
    });
  });
});

describe('the clocks of an area', () => {
  it('are sound where nobody states others', () => {
    expect(requestClocksFaults(DEFAULT_REQUEST_CLOCKS)).toEqual([]);
  });

  it.each([
    [{ decideWithinDays: 0 }, 'not-whole-days'],
    [{ startWithinDays: 2.5 }, 'not-whole-days'],
    [{ landAfterDays: 1, offerNextAfterDays: 3 }, 'lands-before-offer'],
    [{ closesAt: '25:00' }, 'not-a-closing-time'],
    [{ effectiveFrom: 'soon' }, 'not-a-date'],
    [{ source: ' ' }, 'no-source'],
  ])('with %j are %s', (change, fault) => {
    expect(requestClocksFaults({ ...DEFAULT_REQUEST_CLOCKS, ...change })).toEqual([fault]);
  });
});

describe('how long somebody has waited', () => {
  const later = { now: instant('2026-03-24T09:59:59Z'), week4: instant('2026-03-30T10:00:00Z') };

  it('is told to nobody before a service has accepted (P7)', () => {
    expect(weeksWaited(sent(), later.now)).toBeNull();
    expect(weeksWaited(aRequest(), later.now)).toBeNull();
  });

  it('is whole weeks from the first asking to the beginning of support', () => {
    expect(weeksWaited(accepted(), later.now)).toBe(3);
    expect(weeksWaited(accepted(), later.week4)).toBe(4);
    const begun = after(startSupport(accepted(ADVISER), timingAt(instant('2026-03-10T10:00:00Z'))));
    expect(weeksWaited(begun, later.week4)).toBe(1);
  });
});

it('asks health services for care and the others for support', () => {
  expect(purposeOfKind('sarc')).toBe('health-care');
  expect(purposeOfKind('isva')).toBe('support');
});

it.each([
  ['acknowledge', 'inbox', 'remind', 'service'],
  ['review', 'inbox', 'remind', 'service'],
  ['acknowledge', 'handed-over', 'remind', 'desk'],
  ['start', 'handed-over', 'remind', 'desk'],
  ['choose', 'inbox', 'remind', 'desk'],
  ['manage', 'inbox', 'remind', 'manager'],
  ['manage', 'handed-over', 'remind', 'manager'],
  ['decide', 'inbox', 'landed', 'manager'],
] as const)(
  'of an overdue %s at a service reached by %s a %s is told to the %s',
  (step, reachedBy, alarm, whom) => {
    expect(toldOf({ step, reachedBy }, alarm)).toBe(whom);
  },
);

it('tells nobody of a request that nothing is due of, and forgets no level when noted late', () => {
  expect(fireRequest(sent(), { now: ASKED, manager: MANAGER })).toMatchObject({ alarm: null, events: [] });
  const late = fireRequest(sent(), { now: instant('2026-04-01T10:00:00Z'), manager: MANAGER });
  expect(late).toMatchObject({ alarm: 'landed', offerNext: true });
  expect(late.events.map(({ type }) => type)).toEqual([
    'service-request.reminded',
    'service-request.next-offered',
    'service-request.landed',
  ]);
  expect(late.request).toMatchObject({ landedOn: MANAGER });
});
