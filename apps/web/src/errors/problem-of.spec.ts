import { BadGatewayException, ForbiddenException } from '@nestjs/common';
import { Pool } from 'pg';
import { faultForLog } from '../logging/fault-for-log';
import { Problem } from './problem';
import { problemOf } from './problem-of';
import { refusalErrors, refusalProblem, type RefusalCopy } from './refusal';

const withCode = (code: string, message = 'a message') => Object.assign(new Error(message), { code });
const inDriver = (code: string) => Object.assign(new Error('query failed'), { driverError: withCode(code) });

describe('what went wrong', () => {
  it.each([
    ['22021', 400],
    ['22P02', 400],
    ['22008', 400],
    ['23505', 409],
    ['23514', 409],
    ['40001', 503],
    ['57P01', 503],
    ['53300', 503],
    ['08006', 503],
    ['ECONNREFUSED', 503],
    ['42P01', 500],
    ['42501', 500],
    ['FST_ERR_UNHEARD_OF', 500],
  ])('in the database or on the way to it as %s is a %d', (code, status) => {
    expect(problemOf(withCode(code)).status).toBe(status);
    expect(problemOf(inDriver(code)).status).toBe(status);
  });

  it('is passing when the pool had no connection to give, or lost it, which has no code', async () => {
    const pool = new Pool({ host: '192.0.2.1', connectionTimeoutMillis: 1 });
    const thrown: unknown = await pool.connect().catch((error: unknown) => error);
    await pool.end();
    expect(problemOf(thrown).status).toBe(503);
    expect(problemOf(new Error('Connection terminated unexpectedly')).status).toBe(503);
  });

  it('is found behind an error that wraps several', () => {
    expect(problemOf(new AggregateError([withCode('ECONNREFUSED')])).status).toBe(503);
    expect(problemOf(new Error('outer', { cause: withCode('57P03') })).status).toBe(503);
  });

  it('keeps the status of what the framework refuses, and hides what it did not foresee', () => {
    expect(problemOf(Object.assign(new Error(), { statusCode: 413 })).code).toBe('too-large');
    expect(problemOf(new ForbiddenException()).status).toBe(403);
    expect(problemOf(new BadGatewayException()).status).toBe(500);
    expect(problemOf('a text').status).toBe(500);
    expect(problemOf(null).status).toBe(500);
  });

  it('P12 leaves no trace of its message in the log', () => {
    const fault = faultForLog(
      withCode('23505', 'Key (name)=(Sample Person Oak)\n    at Sample Person Oak already exists'),
    );
    expect(JSON.stringify(fault)).not.toContain('Oak');
    expect(fault).toMatchObject({ name: 'Error', code: '23505' });
    expect(fault.frames.length).toBeGreaterThan(0);
  });
});

describe('a refusal', () => {
  type Reason = 'in-the-future' | 'already-closed' | 'not-yours';
  const copy: RefusalCopy<Reason> = {
    'in-the-future': { sentence: 'Enter a time that has passed', field: 'happenedAt' },
    'already-closed': { sentence: 'This referral is closed' },
    'not-yours': { sentence: '', problem: 'not-found' },
  };
  const outcome = (reason: Reason) => ({ kind: 'refused', reason }) as const;

  it('names the field that can be put right', () => {
    const problem = refusalProblem(outcome('in-the-future'), copy);
    expect(problem).toMatchObject({ status: 422, options: { reason: 'in-the-future' } });
    expect(problem.options.errors).toEqual([
      { field: 'happenedAt', message: 'Enter a time that has passed' },
    ]);
  });

  it('is a conflict when no answer would help, and says nothing about what may not be seen', () => {
    expect(refusalProblem(outcome('already-closed'), copy).status).toBe(409);
    expect(refusalProblem(outcome('not-yours'), copy)).toEqual(new Problem('not-found'));
  });

  it('can be shown beside a form', () => {
    expect(refusalErrors(outcome('already-closed'), copy, 'outcome')).toEqual([
      { field: 'outcome', message: 'This referral is closed' },
    ]);
  });
});
