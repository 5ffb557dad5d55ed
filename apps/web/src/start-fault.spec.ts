import { EnvironmentError } from '#libs/config';
import { startFault } from './start-fault';

describe('why the web process could not start', () => {
  it.each([
    ['EADDRINUSE', 'The port is taken by another program. Set PORT to a free one.'],
    ['28P01', /refused the password in a variable/],
    ['42P01', /Run: waymark migrate/],
  ])('is one sentence for %s', (code, sentence) => {
    expect(startFault(Object.assign(new Error('x'), { code }))).toMatch(sentence);
  });

  it('is found where Node tried several addresses of one name', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(startFault(new AggregateError([refused]))).toMatch(/^A database cannot be reached\. Check /);
  });

  it('names every variable that is wrong, and says where an unforeseen fault happened', () => {
    expect(startFault(new EnvironmentError(['PORT is not a port.', 'KEY_FILE is not set.']))).toBe(
      'PORT is not a port.\nKEY_FILE is not set.',
    );
    expect(startFault(new Error('unforeseen'))).toContain('start-fault.spec');
  });
});
