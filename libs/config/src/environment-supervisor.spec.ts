import { EnvironmentError } from './environment-reader';
import { supervisorEnvironment } from './environment-supervisor';

describe('what npm start can be told', () => {
  it('is nothing at all', () => {
    expect(supervisorEnvironment({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataFolder: expect.stringMatching(/\.waymark$/),
      database: undefined,
      queueMode: 'postgres',
      oidc: undefined,
      smtpUrl: undefined,
    });
  });

  it('puts the key database beside a database that is named', () => {
    const { database } = supervisorEnvironment({
      DATABASE_URL: 'postgresql://m:s@db.example:5432/main?sslmode=require',
    });
    expect(database?.keysMigratorUrl).toBe('postgresql://m:s@db.example:5432/main_keys?sslmode=require');
  });

  it('moves the queue to Redis when there is one', () => {
    expect(supervisorEnvironment({ REDIS_URL: 'redis://127.0.0.1:6379' }).queueMode).toBe('redis');
  });

  it('asks for the client of an issuer of one’s own', () => {
    expect(() => supervisorEnvironment({ OIDC_ISSUER: 'https://id.example' })).toThrow(
      new EnvironmentError(['OIDC_CLIENT_ID is not set.', 'OIDC_CLIENT_SECRET is not set.']),
    );
  });
});
