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

interface Source {
  readonly file: string;
  readonly text: string;
}

const filesOf = (found: readonly Source[]) => found.map(({ file }) => file).toSorted();

function ungated(all: readonly Source[]): readonly string[] {
  return filesOf(all.filter(({ text }) => NAMES_A_ROUTE_VALUE.test(text) && !ASKS_THE_GATE.test(text)));
}

function handingOver(all: readonly Source[]): readonly string[] {
  return filesOf(all.filter(({ text }) => /\btransport\.handOver\(/.test(text)));
}

function writingBesides(all: readonly Source[]): readonly string[] {
  return filesOf(all.filter(({ text }) => /text\/calendar|BEGIN:VCALENDAR|web-push|webpush/i.test(text)));
}

describe('P5 the safe-contact gate', () => {
  const read = (folders: readonly string[]): readonly Source[] =>
    folders
      .flatMap((folder) => sources(join(ROOT, folder)))
      .map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }));
  const all = read(['apps', 'libs']);

  it('stands before every place that opens the value of a route; whatever does without it says why', () => {
    expect(ungated(read(['apps/web', 'apps/worker', 'libs']))).toEqual(
      Object.keys(WITHOUT_THE_GATE).toSorted(),
    );
  });

  it('is the only way out: one place in the worker hands anything to a transport for people', () => {
    expect(handingOver(all)).toEqual(['libs/casework/src/person-messages/hand-over-messages.ts']);
  });

  it('has nothing beside it that writes a calendar file, a letter or a push message', () => {
    expect(writingBesides(all)).toEqual([]);
  });

  it('is missed by nothing that goes round it', () => {
    const planted = [
      { file: 'opens.ts', text: "await vault.open(personId, { kind: 'contact-route', id })" },
      {
        file: 'asks.ts',
        text: "mayContact(card, route); vault.open(personId, { kind: 'contact-route', id })",
      },
      { file: 'sends.ts', text: 'await this.transport.handOver({ to: number, body })' },
      { file: 'invites.ts', text: "reply.type('text/calendar').send(invitation)" },
    ];
    expect([ungated(planted), handingOver(planted), writingBesides(planted)]).toEqual([
      ['opens.ts'],
      ['sends.ts'],
      ['invites.ts'],
    ]);
  });
});
