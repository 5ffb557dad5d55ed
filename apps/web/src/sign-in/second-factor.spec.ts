import { hasSecondFactor } from './second-factor';

const byMethod = { mfaAcr: [], mfaAmr: ['mfa', 'hwk'] };
const byLevel = { mfaAcr: ['urn:level:high'], mfaAmr: [] };

describe('a second factor', () => {
  it('was used when the issuer names one of the configured methods or levels', () => {
    expect(hasSecondFactor({ amr: ['pwd', 'mfa'] }, byMethod)).toBe(true);
    expect(hasSecondFactor({ acr: 'urn:level:high' }, byLevel)).toBe(true);
  });

  it.each([
    ['nothing is said', {}],
    ['only a password is named', { amr: ['pwd'] }],
    ['the methods are a text', { amr: 'mfa' }],
    ['the level is another', { acr: 'urn:level:low' }],
    ['the level is a list', { acr: ['urn:level:high'] }],
    ['the level is empty', { acr: '' }],
  ])('was not used when %s', (_what, claims) => {
    expect(hasSecondFactor(claims, { mfaAcr: ['urn:level:high'], mfaAmr: ['mfa'] })).toBe(false);
  });

  it('was not used when nothing is configured to show it', () => {
    expect(hasSecondFactor({ acr: 'x', amr: ['mfa'] }, { mfaAcr: [], mfaAmr: [] })).toBe(false);
  });
});
