import { ROLES } from '#libs/domain';
import { homeOf, moreFor, navigationFor } from './navigation';
import { NAVIGATION } from './navigation.copy';

describe('the navigation', () => {
  it('marks the page a person is on, and only that one', () => {
    const items = navigationFor('officer', '/referrals/new');
    expect(items.filter(({ active }) => active)).toMatchObject([{ href: '/referrals/new', current: true }]);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
  });

  it('marks the section that a page belongs to', () => {
    const items = navigationFor('officer', '/referrals/018f3c1e-0000-7000-8000-000000000001');
    expect(items.filter(({ active }) => active)).toMatchObject([{ href: '/referrals', current: false }]);
    expect(items.some(({ current }) => current)).toBe(false);
  });

  it('does not take an address for a section because it begins alike', () => {
    expect(navigationFor('duty-lead', '/boards').some(({ active }) => active)).toBe(false);
  });

  it('gives every role a page to start at', () => {
    expect(ROLES.map(homeOf).every((path) => path.startsWith('/'))).toBe(true);
    expect(homeOf('first-responder')).toBe('/board');
    expect(homeOf('safeguarding-lead')).toBe('/safeguarding');
    expect(homeOf('provider-coordinator')).toBe('/provider/inbox');
  });

  it('keeps to one line: whoever has many pages finds the rest behind one link', () => {
    for (const role of ROLES) expect(navigationFor(role, '/').length).toBeLessThanOrEqual(7);
    const line = navigationFor('duty-lead', '/rota');
    expect(line.at(-1)).toEqual({ text: 'More', href: '/more', current: false, active: true });
    const reached = [...line.slice(0, -1), ...moreFor('duty-lead')].map(({ href }) => href);
    expect(reached).toEqual(NAVIGATION['duty-lead'].map(({ href }) => href));
    expect(moreFor('officer')).toEqual([]);
  });
});
