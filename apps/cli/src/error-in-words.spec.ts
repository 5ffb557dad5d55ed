import { errorInWords } from './error-in-words';

describe('what a command says when something went wrong', () => {
  it('says what to do where the database cannot be reached', () => {
    const system = { code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 1 };
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), system);
    for (const one of [error, new AggregateError([error])]) {
      expect(errorInWords(one)).toContain('The database cannot be reached (ECONNREFUSED, 127.0.0.1:1)');
      expect(errorInWords(one)).toContain('npm start');
    }
  });

  it('says of anything else what it says itself', () => {
    expect(errorInWords(new Error('No area pack is loaded.'))).toBe('No area pack is loaded.');
    expect(errorInWords(Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
      'no file',
    );
    expect(errorInWords('odd')).toBe('odd');
  });
});
