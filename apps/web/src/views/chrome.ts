import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { timeInWords } from '../formatting/moments';
import type { InstanceState } from '../instance/instance-info';
import { homeOf, navigationFor, type NavigationItem } from '../navigation/navigation';
import { ROLE_NAMES } from '../navigation/navigation.copy';
import { cspNonceOf } from '../security/csp-nonce';
import { pathOf } from '../request-reading/request-kind';
import { safeReturnPath } from '../request-reading/safe-path';
import type { WebSettings } from '../settings';

/** Everything around a page's own content: who is signed in, where they may go, what time it is. */
export interface Chrome {
  readonly serviceName: string;
  /** Said of an area that has not asked for Waymark. */
  readonly sampleArea: string | null;
  readonly synthetic: boolean;
  /** The service's time in words; absent when the database cannot say. */
  readonly serviceTime: string | undefined;
  readonly homePath: string;
  readonly navigation: readonly NavigationItem[];
  readonly signedInAs: string | undefined;
  /** Where the demo clock returns to: this page when it can be asked for again and is not an error. */
  readonly returnTo: string;
  readonly cspNonce: string;
  readonly requestId: string;
  /** Called by the form macros. Making a token starts a session, so pages without forms make none. */
  readonly csrfToken: () => string;
  readonly newKey: () => string;
}

export interface ChromeParts {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly settings: WebSettings;
  readonly instance: InstanceState | undefined;
  readonly synthetic: boolean;
  readonly status: number;
}

export function chromeOf({ request, reply, settings, instance, synthetic, status }: ChromeParts): Chrome {
  const { actor } = request;
  const { timezone, serviceName, sample } = settings.area;
  return {
    serviceName,
    sampleArea: sample,
    synthetic,
    serviceTime: instance && timeInWords(instance.serviceNow, timezone),
    homePath: actor === undefined ? '/' : homeOf(actor.role),
    navigation: actor === undefined ? [] : navigationFor(actor.role, pathOf(request.url)),
    signedInAs: actor && ROLE_NAMES[actor.role],
    returnTo: request.method === 'GET' && status < 400 ? safeReturnPath(request.url) : '/',
    cspNonce: cspNonceOf(request.raw),
    requestId: request.id,
    csrfToken: () => reply.generateCsrf(),
    newKey: () => randomUUID(),
  };
}
