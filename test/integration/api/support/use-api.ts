import type { OpenAPIObject } from '@nestjs/swagger';
import type { CaseId } from '#libs/domain';
import { useWeb, type TestWeb } from '../../../support/web';
import { ApiClient } from './api-client';

/** A Tuesday afternoon in summer: 2:00pm in London. */
export const NOW = '2026-09-01T13:00:00Z';

export interface TestApi {
  readonly web: TestWeb;
  readonly document: OpenAPIObject;
  /** A program that acts for this persona; null for one without a token. */
  as(persona: string | null): Promise<ApiClient>;
  /** Refers an invented person through the API; behind the curtain, which case came of it. */
  refer(change?: object, by?: string): Promise<{ referralId: string; caseId: CaseId; reference: string }>;
}

export const MINIMAL = {
  reportedAt: '2026-09-01T11:30:00+01:00',
  nameToAskFor: 'Sample Person Quill',
  ageInYears: 31,
  district: 'E07000066',
  route: null,
  alternative: { kind: 'third-party' },
};

export const FULL = {
  ...MINIMAL,
  alternative: undefined,
  route: { kind: 'mobile', number: '+447700900123', call: 'yes', text: 'no', voicemail: 'no' },
  agreement: 'agreed',
  sayIfOtherAnswers: 'Say it is about the library survey',
  codeWord: 'lantern',
  offenceGroup: 'sexual-assault',
  whenBand: 'within-7-days',
  crimeReference: 'ZZ/000000/26',
};

export function useApi(): () => TestApi {
  const web = useWeb();
  let api: TestApi | undefined;
  beforeAll(async () => {
    api = await apiOf(web());
  });
  return () => {
    if (api === undefined) throw new Error('The API exists only inside tests and hooks.');
    return api;
  };
}

async function apiOf(web: TestWeb): Promise<TestApi> {
  const { instance, app } = web;
  await instance.setNow(NOW);
  const document = (await app.inject({ url: '/api/v1/openapi.json' })).json<OpenAPIObject>();
  const tokens = new Map<string, Promise<string>>();
  const as = async (persona: string | null): Promise<ApiClient> => {
    if (persona === null) return new ApiClient(app, document, null);
    const token = tokens.get(persona) ?? web.bearer(persona);
    tokens.set(persona, token);
    return new ApiClient(app, document, await token);
  };
  return {
    web,
    document,
    as,
    refer: async (change = {}, by = 'officer') => {
      const response = await (await as(by)).post('/api/v1/referrals', { ...FULL, ...change });
      if (response.statusCode !== 201) throw new Error(response.body);
      const { id, reference } = response.json<{ id: string; reference: string }>();
      const [row] = await instance.admin<{ case_id: CaseId }>(
        'select case_id from app.case_file where referral_id = $1',
        [id],
      );
      if (row === undefined) throw new Error('no case was opened');
      return { referralId: id, reference, caseId: row.case_id };
    },
  };
}
