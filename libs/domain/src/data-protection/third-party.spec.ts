import { needsReview, requestsOfOthers, type ItemFound } from './third-party';

const row = (source: string, body: ItemFound['body'] = {}): ItemFound => ({ source, sealedKind: null, body });
const alone = (item: ItemFound) => needsReview(item, requestsOfOthers([item]));

const WILLOW = 'request-at-willow';
const NEXT = 'request-in-its-place';
const LATER = 'request-in-the-place-of-that';
const OTHER = 'request-of-another-need';

describe('what is looked through before it goes into a copy of somebody’s records', () => {
  it.each([
    ['a table that nobody has thought of', row('app.something_new'), true],
    ['a view of routing', row('app.routing_decision'), true],
    ['a choice beside routing', row('app.routing_override'), true],
    ['a wall', row('app.case_wall'), true],
    ['a sealed record of a new kind', { ...row('vault.person_record'), sealedKind: 'new-kind' }, true],
    ['their own name', { ...row('vault.person_record'), sealedKind: 'identity' }, false],
    ['a case', row('app.case_file', { step: 'contact' }), false],
    ['an event of a wall', row('app.journal', { event_type: 'wall.set' }), true],
    ['an event of a comparison', row('app.journal', { event_type: 'match.proposed' }), true],
    ['an event that nobody has thought of', row('app.journal', { event_type: 'omen.seen' }), true],
    ['an event of their case', row('app.journal', { event_type: 'case.closed' }), false],
    ['a note on a comparison that was read', row('app.access_log', { what: 'match-note' }), true],
    ['their name that was read', row('app.access_log', { what: 'identity' }), false],
  ])('%s', (_, item, review) => {
    expect(alone(item)).toBe(review);
  });

  it('P7 every row of a request that a wall took back, and of the one that came in its place', () => {
    const rows = {
      taken: row('app.service_request', { request_id: WILLOW, withdraw_reason: 'not-possible' }),
      step: row('app.service_request_step', { request_id: WILLOW, act: 'send', reason: null }),
      event: row('app.journal', {
        event_type: 'service-request.sent',
        subject_kind: 'service-request',
        subject_id: WILLOW,
      }),
      next: row('app.service_request', { request_id: NEXT, instead_of: WILLOW }),
      nextStep: row('app.service_request_step', { request_id: NEXT, act: 'propose' }),
      later: row('app.service_request', { request_id: LATER, instead_of: NEXT }),
      other: row('app.service_request', { request_id: OTHER, withdraw_reason: 'not-needed' }),
      otherStep: row('app.service_request_step', { request_id: OTHER, act: 'send' }),
    };
    const ofOthers = requestsOfOthers(Object.values(rows));
    const review = Object.entries(rows).flatMap(([name, item]) =>
      needsReview(item, ofOthers) ? [name] : [],
    );
    expect(review).toEqual(['taken', 'step', 'event', 'next', 'nextStep', 'later']);
  });

  it('P7 what a service told the lead alone, though the step alone says so', () => {
    const told = row('app.service_request_step', { request_id: OTHER, reason: 'told-to-the-lead' });
    const whole = row('app.service_request', { request_id: OTHER });
    expect([...requestsOfOthers([whole, told])]).toEqual([OTHER]);
  });
});
