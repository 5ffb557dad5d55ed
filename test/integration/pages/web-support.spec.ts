import { useWeb } from '../../support/web';

const web = useWeb();

describe('the application as tests reach it', () => {
  it('knows who signed in, and lets nobody else in', async () => {
    const officer = await web().signedIn('officer');
    const welcome = await officer.get('/');
    expect([welcome.statusCode, welcome.headers.location]).toEqual([303, '/referrals']);
    const stranger = await web().visitor().get('/referrals/new');
    expect(stranger.statusCode).not.toBe(200);
  });

  it('carries form tokens, so that signing out ends the session', async () => {
    const officer = await web().signedIn('officer');
    const left = await officer.post('/sign-out', {}, { on: '/find-support' });
    expect([left.statusCode, left.headers.location]).toEqual([303, '/signed-out']);
    expect((await officer.get('/')).headers.location).toBe('/personas');
  });

  it('gets an access token from a real provider', async () => {
    expect((await web().bearer('responder')).split('.')).toHaveLength(3);
  });
});
