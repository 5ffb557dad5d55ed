import { contactMachine, type ContactState } from './contact-machine';
import { isBeingTried } from './exhausted';

const STATES = Object.keys(contactMachine.transitions) as ContactState[];

describe('who is being tried', () => {
  it('is everybody who was neither reached nor given up on, once a safe number was looked for', () => {
    expect(STATES.filter(isBeingTried)).toEqual([
      'ready',
      'attempting',
      'deferred-by-person',
      'no-safe-route',
      'unsafe',
    ]);
  });
});
