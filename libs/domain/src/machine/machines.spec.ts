import { contactMachine } from '../contact';
import { deadlineMachine } from '../deadline';
import { referralMachine } from '../referral';
import { faultsOf, nextState, type Machine } from './machine';

describe('state machines', () => {
  it.each([referralMachine, contactMachine, deadlineMachine])('$name is sound', (machine) => {
    expect(faultsOf(machine as Machine<string, string>)).toEqual([]);
  });

  it('names unreachable, unknown, dead and leaking states', () => {
    const broken: Machine<string, string> = {
      name: 'broken',
      initial: 'begun',
      terminal: ['over'],
      transitions: { begun: { go: 'nowhere' }, lost: {}, over: { reopen: 'begun' } },
    };
    expect(faultsOf(broken)).toEqual([
      { kind: 'unreachable', state: 'lost' },
      { kind: 'unreachable', state: 'over' },
      { kind: 'unknown-target', state: 'begun', event: 'go' },
      { kind: 'dead-end', state: 'lost' },
      { kind: 'leaves-terminal', state: 'over' },
    ]);
  });

  it('refuses an event that a state does not know', () => {
    expect(nextState(deadlineMachine, { state: 'met', event: 'pass-due' })).toBeNull();
    expect(nextState(deadlineMachine, { state: 'running', event: 'meet' })).toBe('met');
  });
});
