import { Controller, Get } from '@nestjs/common';
import { ACTS, mayDo, ROLES, type StaffActor } from '#libs/domain';
import { startTrial } from '../trial/trial-app';
import { ForAct } from './for-act.decorator';
import { isPublic, opensTo, type RouteRule } from './route-rule';
import { RouteRules } from './route-rules';

@Controller('/forgotten')
class ForgottenController {
  @Get('/page')
  page(): string {
    return 'open to anybody who is signed in';
  }
}

@ForAct('see-board')
@Controller('/twice')
class TwiceController {
  @ForAct('sign-exhausted')
  @Get()
  page(): string {
    return 'for those who may do both';
  }
}

const AS = {
  userId: '00000000-0000-7000-8000-000000000001',
  agencyId: '00000000-0000-7000-8000-000000000002',
  teamId: null,
} as Pick<StaffActor, 'userId' | 'agencyId' | 'teamId'>;
const actors = ROLES.map((role): StaffActor => ({ kind: 'staff', role, ...AS }));

describe('the rule of a route', () => {
  it('is there for every route, or the application does not start', async () => {
    await expect(startTrial({ controllers: [ForgottenController] })).rejects.toThrow(
      'These routes do not say who they are for: GET /forgotten/page (ForgottenController.page)',
    );
  });

  it('is both that of the controller and that of the handler', async () => {
    const { app } = await startTrial({ controllers: [TwiceController] });
    try {
      const [route] = app
        .get(RouteRules)
        .all()
        .filter(({ path }) => path === '/twice');
      const open = actors.filter((actor) => opensTo(route?.rules ?? [], actor)).map(({ role }) => role);
      expect(open).toEqual(['duty-lead', 'service-manager']);
    } finally {
      await app.close();
    }
  });

  it('opens to whoever the domain lets do one of its acts, and a route without a rule to nobody', () => {
    for (const act of ACTS)
      for (const actor of actors)
        expect(opensTo([{ kind: 'acts', acts: [act] }], actor)).toBe(mayDo(actor, act));
    expect(actors.filter((actor) => opensTo([], actor))).toEqual([]);
  });

  it('is public only where nothing says otherwise', () => {
    const open: RouteRule = { kind: 'public' };
    expect([isPublic([]), isPublic([open]), isPublic([open, { kind: 'signed-in' }])]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
