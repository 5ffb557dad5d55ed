import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import type { Response } from 'light-my-request';
import type { FormFields } from '../../../support/web-forms';
import { addressPart, bodyText, formFields, queryText } from './bodies';
import type { Caller, Sent } from './callers';
import { addressOf, type AttackedRoute } from './routes';
import type { TableWatch } from './written';

/** What came of all calls to one route. */
export interface Tally {
  readonly route: string;
  /** How many people of different roles sent them. */
  readonly callers: number;
  readonly calls: number;
  readonly refused: number;
  /** Of the refused acts: those after which every table was compared with what it held before. */
  readonly compared: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** What should never happen, in words. */
  readonly faults: readonly string[];
}

export interface Aim {
  readonly document: OpenAPIObject;
  readonly route: AttackedRoute;
  readonly callers: readonly Caller[];
  /** Ids of records, those that the callers may see and others. */
  readonly ids: readonly string[];
  /** Names of the fields that a page's form to this address has. */
  readonly fields: readonly string[];
  /** Of each caller. */
  readonly calls: number;
  readonly seed: number;
  readonly tables: TableWatch;
}

/** Nothing that a program says of itself when it breaks may stand in an answer. */
const INNARDS =
  /node_modules|at \w+ \(|QueryFailedError|syntax error at|violates |relation "|pg_catalog|ECONN/;

/** Sends generated requests one after another; the same seed sends the same ones. */
export async function hostileCalls(aim: Aim): Promise<Tally> {
  const { route, callers, calls, seed, tables } = aim;
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let [refused, compared, since] = [0, 0, 0];
  for (const [index, caller] of callers.entries()) {
    for (const sent of fc.sample(requestTo(aim), { seed: seed + index, numRuns: calls })) {
      const answer = await caller.send(route, sent);
      const { statusCode } = answer;
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
      faults.push(...faultsOfAnswer(answer, sent).map((fault) => `${caller.name}: ${fault}`));
      if (statusCode >= 400) refused += 1;
      if (route.method === 'GET') continue;
      if (statusCode >= 400) since += 1;
      // What this one wrote cannot be told from what the refused ones since the last look would have written.
      else {
        await tables.lookAgain();
        since = 0;
      }
    }
  }
  if (since > 0) {
    const changed = await tables.changed();
    if (changed.length > 0) faults.push(`${since} refused requests wrote to ${changed.join(', ')}`);
    compared += since;
  }
  const name = `${route.method} ${route.path}`;
  return {
    route: name,
    callers: callers.length,
    calls: callers.length * calls,
    refused,
    compared,
    statuses,
    faults,
  };
}

function faultsOfAnswer({ statusCode, body }: Response, sent: Sent): readonly string[] {
  const what = JSON.stringify(sent).slice(0, 400);
  return [
    ...(statusCode >= 500 ? [`${statusCode} for ${what}`] : []),
    ...(statusCode >= 400 && INNARDS.test(body) ? [`shows its innards for ${what}`] : []),
    ...(Object.hasOwn(Object.prototype, 'role') ? [`changed every object for ${what}`] : []),
  ];
}

function requestTo({ document, route, ids, fields }: Aim): fc.Arbitrary<Sent> {
  const known = ids.length === 0 ? addressPart : fc.constantFrom(...ids);
  const part = fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: addressPart });
  const url = fc
    .tuple(fc.array(part, { minLength: route.params.length, maxLength: route.params.length }), queryText)
    .map(
      ([parts, query]) =>
        addressOf(route, (_, index) => parts[index]!) + (route.method === 'GET' ? query : ''),
    );
  if (route.method === 'GET') return url.map((at) => ({ url: at }));
  if (route.surface === 'page')
    return fc.tuple(url, formFields(fields)).map(([at, sent]) => ({ url: at, fields: sent as FormFields }));
  return fc.tuple(url, bodyText(document, route.body)).map(([at, json]) => ({ url: at, json }));
}
