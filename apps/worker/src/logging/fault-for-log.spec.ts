import { QueryFailedError } from 'typeorm';
import { faultForLog } from './fault-for-log';

describe('faultForLog', () => {
  it('P12 keeps the kind, the code and the place of an error and none of its words', () => {
    const driver = Object.assign(new Error('Key (name)=(Sample Person Alder) already exists.'), {
      code: '23505',
    });

    const fault = faultForLog(new QueryFailedError('select $1', ['Sample Person Alder'], driver));

    expect(fault).toMatchObject({ name: 'QueryFailedError', code: '23505' });
    expect(fault.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(fault)).not.toContain('Alder');
  });

  it('P12 drops a code that is not a code', () => {
    expect(faultForLog(Object.assign(new Error('x'), { code: 'Sample Person' })).code).toBe('');
  });

  it('survives something thrown that is no error', () => {
    expect(faultForLog('Sample Person')).toMatchObject({ name: 'Error', code: '' });
  });
});
