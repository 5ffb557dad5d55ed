import { HighsAttacker } from '#libs/attacker';
import { protectRelease, type Disclosure } from '#libs/casework';
import { loadVictimsCode } from '#libs/config';
import {
  codeLinks,
  countedCodeLines,
  countedCodeTable,
  countedReferrals,
  DEFAULT_DISCLOSURE_RULE,
  DUTY_STATES,
  referralLinks,
  type CodeCount,
  type PublishedTable,
  type TablesToRelease,
} from '#libs/domain';
import fc from 'fast-check';

const DISCLOSURE: Disclosure = { rule: DEFAULT_DISCLOSURE_RULE, attacker: new HighsAttacker() };
const VERSIONS = loadVictimsCode();
const CODE = VERSIONS.find(({ status }) => status === 'in-force')!;
const EVENTS = [...new Set(CODE.entitlements.map(({ opensOn }) => opensOn))];

/** Publishes, or says what stood in the way. */
async function published(asked: TablesToRelease): Promise<readonly PublishedTable[]> {
  const released = await protectRelease(DISCLOSURE, asked);
  if (released.kind === 'refused') throw new Error(JSON.stringify(released));
  return released.tables;
}

/** How many people each event was told of, and what became of each entitlement of each of them. */
const quarterOfTheCode = fc
  .record({
    people: fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 300 })), {
      minLength: EVENTS.length,
      maxLength: EVENTS.length,
    }),
    skews: fc.array(fc.integer({ min: 1, max: 6 }), {
      minLength: CODE.entitlements.length,
      maxLength: CODE.entitlements.length,
    }),
  })
  .map(({ people, skews }): readonly CodeCount[] =>
    CODE.entitlements.flatMap(({ id, owedBy, opensOn }, at) => {
      let left = people[EVENTS.indexOf(opensOn)]!;
      return DUTY_STATES.filter((state) => state !== 'not-applicable').map((state, nth, all) => {
        const count = nth === all.length - 1 ? left : Math.floor((left * skews[at]!) / 7);
        left -= count;
        return { codeVersion: CODE.version, entitlementId: id, owedBy, state, count };
      });
    }),
  );

describe('whole releases as the service makes them', () => {
  it('P7 of the Victims’ Code: never refused, and nothing found, however few people an event was told of', async () => {
    await fc.assert(
      fc.asyncProperty(quarterOfTheCode, async (counts) => {
        const lines = countedCodeLines(counts);
        const links = codeLinks('2026-01', { lines, versions: VERSIONS });
        const tables = await published({ tables: [countedCodeTable('2026-01', lines)], links });
        expect(tables).toHaveLength(1);
      }),
      { numRuns: 25 },
    );
  });

  it('P7 of coverage: five rolling years, each tried beside those before it', async () => {
    const districts = Array.from({ length: 14 }, (_, at) => `E0700006${at}`);
    const first = ['2025-07', '2025-07', '2025-07', '2025-10', '2026-01'];
    const quarters = ['2025-10', '2026-01', '2026-04', '2026-07', '2026-10'];
    const quarterly = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 60 }));
    const counted = fc.array(fc.array(quarterly, { minLength: 6, maxLength: 6 }), {
      minLength: districts.length,
      maxLength: districts.length,
    });
    await fc.assert(
      fc.asyncProperty(counted, async (byDistrict) => {
        const earlier: PublishedTable[] = [];
        for (const [at, quarter] of quarters.entries()) {
          const counts = districts.map((district, row) => ({
            district,
            referrals: byDistrict[row]!.slice(Math.max(0, at - 2), at + 2).reduce((sum, one) => sum + one, 0),
          }));
          const years = quarters
            .slice(0, at + 1)
            .map((one, nth) => ({ quarter: one, first: first[nth]!, districts }));
          const tables = [countedReferrals({ quarter }, { districts, counts })];
          earlier.push(...(await published({ tables, links: referralLinks(years), earlier })));
        }
        expect(earlier).toHaveLength(quarters.length);
      }),
      { numRuns: 20 },
    );
  });
});
