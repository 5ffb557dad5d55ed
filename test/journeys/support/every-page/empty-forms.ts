import type { WatchedPage } from './watched-page';

/** Sends each form of a page empty; looks at those answers that point out what is missing. */
export async function inspectEmptyForms(
  watched: WatchedPage,
  path: string,
  isNew: (form: string) => boolean,
): Promise<readonly string[]> {
  await watched.open(path);
  const forms = await watched.ask<readonly string[]>('forms()');
  const faults: string[] = [];
  for (const [index, form] of forms.entries())
    if (form !== '' && isNew(form)) faults.push(...(await sendEmpty(watched, { path, form, index })));
  return faults.map((fault) => `${path} sent empty: ${fault}`);
}

async function sendEmpty(
  watched: WatchedPage,
  { path, form, index }: { readonly path: string; readonly form: string; readonly index: number },
): Promise<readonly string[]> {
  const { page } = watched;
  await watched.open(path);
  const [answer] = await Promise.all([page.waitForNavigation(), watched.ask(`sendEmpty(${index})`)]);
  if (answer === null) return ['goes nowhere'];
  if (answer.status() !== 400) return answer.status() < 500 ? [] : [`answers ${answer.status()}`];
  await watched.beginToLook();
  const shape = await watched.shape(await answer.text());
  const summary = await watched.ask<string[]>('summary()');
  const { hits, sideways } = await watched.barriers(`error ${form}`);
  return [...shape, ...summary, ...hits, ...sideways, ...watched.troubles()];
}
