import { createHmac } from 'node:crypto';

/** An API key of GOV.UK Notify: a name, then the id of the service and the secret, all joined by hyphens. */
const KEY =
  /^.*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export interface NotifyKey {
  readonly serviceId: string;
  readonly secret: string;
}

export function notifyKey(text: string): NotifyKey {
  const [, serviceId, secret] = KEY.exec(text.trim()) ?? [];
  if (serviceId === undefined || secret === undefined) {
    throw new Error('SMS_NOTIFY_KEY is not a key of GOV.UK Notify.');
  }
  return { serviceId, secret };
}

/** The signed token that each request carries: who asks, and when. Notify takes it for thirty seconds. */
export function notifyToken({ serviceId, secret }: NotifyKey, epochSeconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: serviceId, iat: epochSeconds })}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
