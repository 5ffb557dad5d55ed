import type { ServiceRequestId } from '../ids';
import { rivalsOf } from './rivals';
import { aRequest } from './service-request.samples';

const one = (name: string, insteadOf: string | null, change: object = {}) => ({
  ...aRequest(),
  id: name as ServiceRequestId,
  insteadOf: insteadOf as ServiceRequestId | null,
  ...change,
});
const first = one('first', null);
const second = one('second', 'first', { state: 'declined' });
const third = one('third', 'second');
const other = one('other', null);

describe('which requests a person chooses between', () => {
  it('are the live ones of a chain, however many ended ones lie between them', () => {
    const all = [first, second, third, other];
    expect(rivalsOf(third, all).map(({ id }) => id)).toEqual(['first', 'third']);
    expect(rivalsOf(first, all)).toEqual(rivalsOf(third, all));
  });

  it('are none for one that is alone in its chain, and for one that has ended', () => {
    expect(rivalsOf(other, [first, third, other])).toEqual([]);
    expect(rivalsOf(second, [first, second, third])).toEqual([]);
  });
});
