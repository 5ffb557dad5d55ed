import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { projectRoot } from '../project-root';

const SCHEMA = 'libs/config/reference/open-referral/service.json';

const LONGEST_EMAIL = 254;

/** The four formats that the schema names; anything else of a text is free. */
const FORMATS = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  /** Between dots there is none, so that no text makes the reader try the same place twice. */
  email: (text: string) => text.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
} as const;

const MOST_FAULTS = 20;
let compiled: ValidateFunction | null = null;

/**
 * What a service breaks of the published schema of Open Referral UK, each as a place and what is wanted there; none
 * for a service that keeps it. Never the value itself: a file may hold what nobody should read in a log.
 */
export function openReferralFaults(service: unknown): readonly string[] {
  compiled ??= compile();
  if (compiled(service)) return [];
  return (compiled.errors ?? []).slice(0, MOST_FAULTS).map(inWords);
}

/** The schema carries words of its own besides those of JSON Schema, so the validator is not strict about unknown ones. */
function compile(): ValidateFunction {
  const schema = JSON.parse(readFileSync(join(projectRoot(), SCHEMA), 'utf8')) as object;
  return new Ajv({ strict: false, allErrors: true, formats: FORMATS }).compile(schema);
}

function inWords({ instancePath, message }: ErrorObject): string {
  const place = instancePath.slice(1).replaceAll('/', '.');
  return place === '' ? (message ?? '') : `${place} ${message ?? ''}`;
}
