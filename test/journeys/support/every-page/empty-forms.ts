import type { WatchedPage } from './watched-page';

/** Where a form stands and where it goes. */
export interface FormToTry {
  readonly path: string;
  readonly form: string;
}

/** Sends a form empty and, if the answer points out what is missing, looks at it. */
export async function inspectEmptyForm(watched: WatchedPage, toTry: FormToTry): Promise<readonly string[]> {
  const faults = await sendEmpty(watched, toTry);
  return faults.map((fault) => `${toTry.path} sent empty: ${fault}`);
}

async function sendEmpty(watched: WatchedPage, { path, form }: FormToTry): Promise<readonly string[]> {
  const { page } = watched;
  await watched.open(path);
  const index = (await watched.ask<readonly string[]>('forms()')).indexOf(form);
  if (index === -1) return ['has lost its form'];
  const [answer] = await Promise.all([page.waitForNavigation(), watched.ask(`sendEmpty(${index})`)]);
  if (answer === null) return ['goes nowhere'];
  if (answer.status() !== 400) return answer.status() < 500 ? [] : [`answers ${answer.status()}`];
  await watched.beginToLook();
  const shape = await watched.shape(await answer.text());
  const summary = await watched.ask<string[]>('summary()');
  const { hits, sideways } = await watched.barriers(`error ${form}`);
  return [...shape, ...summary, ...hits, ...sideways, ...watched.troubles()];
}
