import { badRequest } from '../errors/problem';

/** A posted form: fields named `days[]` are lists, every other field comes once. */
export type FormBody = ReadonlyMap<string, readonly string[]>;

const MAX_FIELDS = 300;

/** Reads `application/x-www-form-urlencoded`. Half-broken encodings are refused, not repaired. */
export function readFormBody(body: Uint8Array): FormBody {
  const fields = new Map<string, string[]>();
  const text = Buffer.from(body).toString('latin1');
  const pairs = text === '' ? [] : text.split('&');
  if (pairs.length > MAX_FIELDS) throw badRequest('The form has too many fields.');
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = decoded(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decoded(pair.slice(equals + 1));
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}

/** Browsers send pure ASCII: anything else was not made by a form. */
function decoded(part: string): string {
  if (!/^[\x21-\x7e]*$/.test(part)) throw badRequest('The form is not in an encoding this service accepts.');
  try {
    return decodeURIComponent(part.replaceAll('+', ' ')).replaceAll('\r\n', '\n');
  } catch {
    throw badRequest('The form is not in an encoding this service accepts.');
  }
}
