import type { OidcEnvironment } from '#libs/config';

/** Whether the issuer says that a second factor was used. Silence is a single factor. */
export function hasSecondFactor(
  claims: Readonly<Record<string, unknown>>,
  { mfaAcr, mfaAmr }: Pick<OidcEnvironment, 'mfaAcr' | 'mfaAmr'>,
): boolean {
  const methods = Array.isArray(claims.amr) ? claims.amr : [];
  const byMethod = methods.some((method) => typeof method === 'string' && mfaAmr.includes(method));
  return byMethod || (typeof claims.acr === 'string' && mfaAcr.includes(claims.acr));
}
