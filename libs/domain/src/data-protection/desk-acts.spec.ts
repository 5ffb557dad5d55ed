import fc from 'fast-check';
import type { PersonId } from '../ids';
import { instant } from '../time';
import { REQUEST_KINDS, type RequestKind } from './codes';
import { deskActsOn, settlementsOf } from './desk-acts';
import type { InformationRequest, Wait } from './request';
import { informationRequestMachine, type RequestEvent, type RequestState } from './request-machine';

const AT = instant('2026-03-02T10:00:00Z');
const WAITING: Wait = { waitFor: 'identity', fromAt: AT, untilAt: null };
const PERSON = '00000000-0000-4000-8000-000000000001' as PersonId;
const STATES = Object.keys(informationRequestMachine.transitions) as readonly RequestState[];

function standing(
  kind: RequestKind,
  state: RequestState,
  { waits = [], personId = PERSON }: Partial<Pick<InformationRequest, 'waits' | 'personId'>> = {},
) {
  return { kind, state, waits, personId, extendedAt: null };
}

describe('what the desk may do with a request', () => {
  it.each([
    ['subject-access', 'received', ['unlink', 'identity', 'ask', 'extend', 'refuse', 'withdraw']],
    ['subject-access', 'searching', ['unlink', 'ask', 'extend', 'collect', 'refuse', 'withdraw']],
    ['subject-access', 'review', ['extend', 'seal', 'refuse', 'withdraw']],
    ['subject-access', 'ready', ['extend', 'look-again', 'deliver', 'refuse', 'withdraw']],
    ['complaint', 'received', ['unlink', 'acknowledge', 'outcome', 'refuse', 'withdraw']],
    ['erasure', 'searching', ['unlink', 'ask', 'extend', 'erase', 'refuse', 'withdraw']],
    ['erasure', 'proposed', ['extend']],
    ['restriction', 'searching', ['unlink', 'ask', 'extend', 'restrict', 'lift', 'refuse', 'withdraw']],
  ] as const)('of a %s that is %s is a short list', (kind, state, acts) => {
    expect(deskActsOn(standing(kind, state))).toEqual(acts);
  });

  it('is nothing at all once the request is answered', () => {
    for (const state of informationRequestMachine.terminal)
      for (const kind of REQUEST_KINDS) expect(deskActsOn(standing(kind, state))).toEqual([]);
  });

  it('is little more than taking the answer while the clock stands still', () => {
    const acts = deskActsOn(standing('subject-access', 'searching', { waits: [WAITING] }));
    expect(acts).toEqual(['unlink', 'answered', 'refuse', 'withdraw']);
  });

  it('gathers and erases nothing about nobody in particular', () => {
    const nobody = { personId: null };
    expect(deskActsOn(standing('subject-access', 'searching', nobody))).not.toContain('collect');
    expect(deskActsOn(standing('erasure', 'searching', nobody))).not.toContain('erase');
  });

  it('never leads where the machine has no arrow', () => {
    const arrows: Readonly<Record<string, RequestEvent>> = {
      identity: 'confirm-identity',
      collect: 'begin-review',
      seal: 'seal-pack',
      'look-again': 'reopen-review',
      deliver: 'deliver',
      acknowledge: 'acknowledge',
      outcome: 'settle',
      erase: 'propose',
      restrict: 'settle',
      refuse: 'refuse',
      withdraw: 'withdraw',
    };
    const anyRequest = fc.record({
      kind: fc.constantFrom(...REQUEST_KINDS),
      state: fc.constantFrom(...STATES),
      waits: fc.constantFrom([], [WAITING]),
      personId: fc.constantFrom(PERSON, null),
    });
    fc.assert(
      fc.property(anyRequest, ({ kind, state, ...rest }) => {
        for (const act of deskActsOn(standing(kind, state, rest))) {
          const arrow = arrows[act];
          if (arrow) expect(informationRequestMachine.transitions[state]).toHaveProperty(arrow);
        }
      }),
    );
  });

  it('settles complaints and objections by itself, and nothing else', () => {
    const settled = REQUEST_KINDS.filter((kind) => settlementsOf(standing(kind, 'received')).length > 0);
    expect([...settled].sort()).toEqual(['complaint', 'objection']);
  });
});
