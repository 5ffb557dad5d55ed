import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Whatever opens or handles the value of a route, a number or an address, names its kind of sealed record. */
const NAMES_A_ROUTE_VALUE = /'contact-route'/;
const ASKS_THE_GATE = /\b(mayContact|decideHandOver)\(/;

/** Files that touch the value of a route without a call to the gate, and why nothing leaves by them. */
const WITHOUT_THE_GATE: Readonly<Record<string, string>> = {
  'apps/web/src/pages/audit/audit.copy.ts': 'words for the access log',
  'apps/web/src/pages/shares/share.copy.ts': 'words for the access log',
  'libs/casework/src/data-protection/collect-pack.ts':
    'a copy for the person, checked by another before it goes',
  'libs/casework/src/matching/open-facts.ts': 'compared and dropped',
  'libs/casework/src/ports/access-log.ts': 'a code of the access log',
  'libs/casework/src/ports/safe-contact.ts': 'a type',
  'libs/casework/src/ports/vault.ts': 'a type',
  'libs/casework/src/referrals/intake-seal.ts': 'seals, opens nothing',
  'libs/casework/src/safe-contact/change-card.ts': 'seals, and compares what is there',
  'libs/casework/src/safe-contact/hold-ways-of-child.ts': 'asks whose it is, and holds it',
  'libs/casework/src/safe-contact/put-route.ts': 'seals, and compares what is there',
  'libs/casework/src/safe-contact/reveal-word.ts': 'a postal address, which nothing here writes to',
  'libs/casework/src/support/record-police-report.ts': 'hashed into marks, and dropped',
  'libs/domain/src/data-protection/pack-words.ts': 'words for a kind of record',
  'libs/persistence/src/matching/match-candidates.ts': 'compared and dropped',
  'libs/persistence/src/unusual-access/unusual-access.store.ts': 'a code of the access log',
};

function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.ts$/.test(name) && !/\.spec\.ts$/.test(name) ? [path] : [];
  });
}

describe('P5 the safe-contact gate', () => {
  const touching = ['apps/web', 'apps/worker', 'libs']
    .flatMap((folder) => sources(join(ROOT, folder)))
    .filter((file) => NAMES_A_ROUTE_VALUE.test(readFileSync(file, 'utf8')))
    .map((file) => relative(ROOT, file));

  it('stands before every place that opens the value of a route; whatever does without it says why', () => {
    const ungated = touching.filter((file) => !ASKS_THE_GATE.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(ungated.toSorted()).toEqual(Object.keys(WITHOUT_THE_GATE).toSorted());
  });

  it('is the only way out: one place in the worker hands anything to a transport for people', () => {
    const handing = sources(join(ROOT, 'libs')).concat(sources(join(ROOT, 'apps')));
    const found = handing.filter((file) => /\btransport\.handOver\(/.test(readFileSync(file, 'utf8')));
    expect(found.map((file) => relative(ROOT, file))).toEqual([
      'libs/casework/src/person-messages/hand-over-messages.ts',
    ]);
  });

  it('has nothing beside it that writes a calendar file, a letter or a push message', () => {
    const writing = sources(join(ROOT, 'apps'))
      .concat(sources(join(ROOT, 'libs')))
      .filter((file) => /text\/calendar|BEGIN:VCALENDAR|web-push|webpush/i.test(readFileSync(file, 'utf8')));
    expect(writing.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
