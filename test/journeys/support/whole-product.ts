import type { Browser } from 'playwright-core';
import { instant } from '#libs/domain';
import { seedInstance } from '../../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../../apps/cli/src/seed/year-settings';
import { launchChromium } from '../../support/chromium';
import { openNotify, type NotifyServer } from '../../support/notify-server';
import { startWeb, type TestWeb } from '../../support/web';
import { openMailbox, type Mailbox } from '../../timers/support/mailbox';
import { workersOf } from '../../timers/support/worker';
import { Visitor } from './visitor';

/** A Friday morning, when the desk is open and messages may leave. */
const NOW = '2026-11-20T11:00:30Z';
const REFERRALS = 45;
export const TEXT_TOKEN = 'a sample token for what Notify says of a text';

/** Pages, worker, sign-in, mail and texts in this process, with invented stories told up to a Friday morning. */
export interface WholeProduct {
  readonly web: TestWeb;
  readonly mailbox: Mailbox;
  readonly texts: NotifyServer;
  readonly browser: Browser;
  /** Somebody who signs in through the real provider; once for each persona. */
  as(persona: string): Promise<Visitor>;
  /** What any of their browsers complained about. */
  troubles(): readonly string[];
}

/** For a whole test file: `const product = useWholeProduct();` and `product().as('lead')` inside the tests. */
export function useWholeProduct(): () => WholeProduct {
  let product: WholeProduct | undefined;
  const ends: (() => Promise<unknown> | undefined)[] = [];

  beforeAll(async () => {
    const web = await startWeb({ smsCallbackToken: TEXT_TOKEN });
    ends.push(() => web.stop());
    const { instance } = web;
    await seed(web);
    await instance.setNow(NOW);
    await web.listen();
    const [mailbox, texts] = [await openMailbox(), await openNotify()];
    ends.push(
      () => mailbox.close(),
      () => texts.close(),
    );
    const workers = await workersOf(instance, { smtpUrl: mailbox.url, variables: waysOut(texts) });
    ends.push(() => workers.stopAll());
    await workers.start();
    const browser = await launchChromium();
    ends.push(() => browser.close());
    product = productOf({ web, mailbox, texts, browser });
  }, 240_000);
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });
  return () => {
    if (product === undefined) throw new Error('The product exists only inside tests and hooks.');
    return product;
  };
}

function productOf(parts: Omit<WholeProduct, 'as' | 'troubles'>): WholeProduct {
  const visitors = new Map<string, Visitor>();
  return {
    ...parts,
    as: async (persona) => {
      const visitor =
        visitors.get(persona) ?? (await Visitor.signedIn(parts.browser, parts.web.publicUrl, persona));
      visitors.set(persona, visitor);
      return visitor;
    },
    troubles: () => [...visitors.values()].flatMap(({ troubles }) => troubles),
  };
}

function waysOut({ variables }: NotifyServer) {
  const mail = {
    PERSON_MAIL_FROM: 'Messages <hello@messages.example>',
    PERSON_MAIL_BOUNCE_TO: 'return@messages.example',
  };
  return { ...mail, ...variables };
}

function seed({ instance: { database, vault, pack } }: TestWeb): Promise<void> {
  return seedInstance({
    migratorUrl: database.adminUrl,
    vault,
    pack,
    settings: YEAR,
    count: REFERRALS,
    days: 40,
    seed: 7,
    now: instant('2026-11-20T11:00:00Z'),
    progress: () => undefined,
  });
}
