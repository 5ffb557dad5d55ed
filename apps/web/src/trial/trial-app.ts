import { Controller, Get, Module, Query, Req, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import pino, { type DestinationStream } from 'pino';
import type { UserId } from '#libs/domain';
import { createWebApp } from '../app-setup';
import { buildAssets } from '../assets/build-assets';
import type { WebSettings } from '../settings';
import { Public } from '../sign-in/public.decorator';
import { TrialPorts } from './trial-ports';

export const TRIAL_SETTINGS: WebSettings = {
  publicUrl: 'http://localhost:3000',
  sessionSecret: 'a sample secret that is only for tests',
  inboxUrl: 'http://localhost:8025/',
  smsCallbackToken: undefined,
  logLevel: 'silent',
  oidc: {
    issuer: 'http://localhost:4000',
    provider: 'local',
    clientId: 'waymark-web',
    clientSecret: 'a sample client secret',
    mfaAcr: [],
    mfaAmr: ['mfa'],
  },
  area: {
    districts: [],
    publicCounts: [],
    framework: { title: 'Sample outcomes', source: 'invented', outcomes: [], boards: [] },
    name: 'Sampleshire',
    sample: null,
    tellingWords: ['sampleshire'],
    timezone: 'Europe/London',
    serviceName: 'Sampleshire First Responders',
    sarcLine: {
      name: 'Sample Place',
      phone: '01632 960111',
      findAt: 'https://centres.example/',
      source: 'invented',
    },
    support: {
      leaveTo: 'https://weather.example/',
      lines: [
        {
          name: 'Sample line',
          forWhom: 'Anyone.',
          phone: '01632 960222',
          hours: 'Day and night',
          source: 'invented',
        },
      ],
    },
  },
  personas: [
    {
      key: 'officer',
      role: 'officer',
      label: 'Police officer',
      name: 'Sample Officer Alder',
      tryFirst: [
        { text: 'Log a referral and read the receipt', path: '/referrals/new' },
        { text: 'See what came back under My referrals', path: '/referrals' },
      ],
    },
    {
      key: 'lead',
      role: 'duty-lead',
      label: 'Duty lead',
      name: 'Sample Lead Elder',
      tryFirst: [{ text: 'Acknowledge an alert', path: '/alerts' }],
    },
  ],
};

/** Lets a test begin where a person has signed in. The way there has tests of its own, against a real issuer. */
@Controller('/trial')
class TrialSignInController {
  @Public()
  @Get('/sign-in')
  signIn(@Query('user') user: string, @Req() request: FastifyRequest): { readonly sessionId: string } {
    const now = Date.now();
    const userId = user as UserId;
    request.session.signedIn = { userId, signedInAt: now, authenticatedAt: now, seenAt: now };
    return { sessionId: request.session.sessionId };
  }
}

@Module({ controllers: [TrialSignInController] })
class TrialModule {}

export interface TrialOptions {
  readonly settings?: Partial<WebSettings>;
  readonly controllers?: readonly Type[];
  readonly logTo?: DestinationStream;
}

export interface Trial {
  readonly app: NestFastifyApplication;
  readonly ports: TrialPorts;
}

/** The real application over ports in memory, with further controllers that a test wants to see through it. */
export async function startTrial({ settings, controllers = [], logTo }: TrialOptions = {}): Promise<Trial> {
  buildAssets();
  const ports = new TrialPorts();
  const extra: DynamicModule = { module: TrialModule, controllers: [...controllers] };
  const parts = { settings: { ...TRIAL_SETTINGS, ...settings }, ports, features: [extra] };
  const app = await createWebApp({ ...parts, ...(logTo && { logger: pino({ level: 'info' }, logTo) }) });
  return { app, ports };
}
