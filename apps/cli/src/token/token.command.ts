import { tokenEnvironment, withLocalInstance } from '#libs/config';
import { personaToken } from './persona-token';

/** Prints a bearer token for the API, signed in as a persona of the synthetic instance. */
export async function runToken([persona]: readonly string[]): Promise<number> {
  if (persona === undefined) {
    console.error('usage: npm run --silent waymark -- token <persona>, such as officer, responder or lead');
    return 2;
  }
  console.log(await personaToken(persona, tokenEnvironment(withLocalInstance(process.env))));
  return 0;
}
