import {
  DESK_EVENTS,
  MILESTONE_KINDS,
  REFERRAL_DELIVERS,
  REFERRAL_EVENTS,
  ruleOf,
  type CodeEvent,
  type Entitlement,
} from '#libs/domain';
import { loadVictimsCode } from './load-victims-code';

const [code] = loadVictimsCode();

/** Where each entitlement of the catalogue is told of, and where its delivery is recorded. */
const FEEDS: Readonly<Record<string, readonly [triggered: string, delivered: string]>> = {
  'R1.1': ['rights page: any_contact', 'rights page'],
  'R1.2': ['rights page: language_need_identified', 'rights page'],
  'R1.3': ['track: interview-planned', 'rights page'],
  'R2.1': ['referral or track: crime-reported', 'track: crime-recorded, else rights page'],
  'R2.2': ['track: interview-planned', 'rights page'],
  'R2.3': ['track: interview-planned', 'rights page'],
  'R2.4': ['track: interview-planned', 'rights page'],
  'R2.5': ['track: examination-planned', 'rights page'],
  'R2.6': ['referral or track: crime-reported', 'rights page'],
  'R2.7': ['track: interview-planned', 'rights page'],
  'R3.1': ['track: crime-recorded', 'track: written-confirmation, else rights page'],
  'R3.2': ['track: crime-recorded', 'rights page'],
  'R3.3': ['referral or track: crime-reported', 'rights page'],
  'R3.4': ['referral or track: crime-reported', 'rights page'],
  'R3.5': ['referral or track: crime-reported', 'rights page'],
  'R4.1': ['referral or track: crime-reported', 'track: needs-assessed, else rights page'],
  'R4.2': ['track: needs-changed', 'rights page'],
  'R4.3': ['track: evidence-asked-of-person', 'rights page'],
  'R4.4': ['referral or track: crime-reported', 'rights page'],
  'R4.5': ['referral or track: crime-reported', 'referral or rights page'],
  'R4.6': ['track: needs-assessed', 'rights page'],
  'R4.7': ['track: needs-assessed', 'rights page'],
  'R4.8': ['rights page: any_contact', 'rights page'],
  'R5.1': ['referral or track: crime-reported', 'rights page'],
  'R5.2': ['referral or track: crime-reported', 'rights page'],
  'R5.3': ['rights page: incident_date', 'rights page'],
  'R5.4': ['rights page: incident_date', 'rights page'],
  'R6.1': ['track: not-investigated', 'track: told-of-decision, else rights page'],
  'R6.2': ['track: not-investigated', 'rights page'],
  'R6.3': ['track: investigation-opened', 'rights page'],
  'R6.4': ['track: suspect-arrested', 'rights page'],
  'R6.5': ['track: voluntary-interview, interviewed-under-caution', 'rights page'],
  'R6.6': ['track: released-without-charge', 'rights page'],
  'R6.7': ['track: released-on-bail, released-under-investigation', 'rights page'],
  'R6.8': ['track: police-bail-changed, police-bail-ended', 'rights page'],
  'R6.9': ['track: suspect-charged', 'rights page'],
  'R6.10': ['track: out-of-court-considered', 'rights page'],
  'R6.11': ['track: out-of-court-given', 'rights page'],
  'R6.12': [
    'track: no-further-action, prosecutor-decided-no-charge',
    'track: told-of-decision, else rights page',
  ],
  'R6.13': ['track: charge-stopped-or-changed', 'track: told-of-decision, else rights page'],
  'R6.14': ['track: charge-stopped-or-changed', 'rights page'],
  'R6.15': ['track: told-of-decision', 'track: review-asked, else rights page'],
  'R6.16': ['track: told-of-decision', 'track: review-asked, else rights page'],
  'R7.1': ['referral or track: crime-reported', 'track: statement-offered, else rights page'],
  'R7.2': ['track: statement-wanted', 'rights page'],
  'R7.3': ['track: statement-copy-asked-for', 'rights page'],
  'R7.4': ['track: guilty-plea, guilty-verdict', 'track: statement-read, else rights page'],
  'R8.1': [
    'track: hearing-listed, trial-set, trial-moved, sentence-listed; clock by track: unit-heard-from-court',
    'rights page',
  ],
  'R8.2': ['track: court-bail-decided; clock by track: unit-heard-from-court', 'rights page'],
  'R8.3': ['track: warrant-issued; clock by track: unit-heard-from-court', 'rights page'],
  'R8.4': ['track: rearrest-hearing; clock by track: unit-heard-from-court', 'rights page'],
  'R8.5': ['track: evidence-asked-of-person; clock by track: unit-heard-from-prosecutor', 'rights page'],
  'R8.6': ['track: evidence-asked-of-person', 'rights page'],
  'R8.7': ['track: measure-granted, measure-refused', 'rights page'],
  'R8.8': ['track: trial-began', 'rights page'],
  'R8.9': ['track: trial-began', 'rights page'],
  'R9.1': [
    'track: guilty-plea, guilty-verdict, not-guilty-verdict, no-verdict, case-discontinued; clock by track: unit-heard-from-court',
    'rights page',
  ],
  'R9.2': ['track: sentence-passed; clock by track: unit-heard-from-court', 'rights page'],
  'R9.3': ['track: asked-about-sentence', 'rights page'],
  'R9.4': ['track: sentence-passed; clock by track: unit-heard-from-court', 'rights page'],
  'R9.5': ['track: sentence-passed', 'rights page'],
  'R9.6': [
    'track: appeal-lodged, appeal-listed, appeal-bail-given, appeal-decided; clock by track: unit-heard-from-court',
    'rights page',
  ],
  'R9.7': [
    'track: guilty-plea, guilty-verdict, not-guilty-verdict, no-verdict, case-discontinued',
    'rights page',
  ],
  'R10.1': ['track: expenses-claimed', 'track: expenses-paid, else rights page'],
  'R10.2': ['track: property-no-longer-needed', 'track: property-returned, else rights page'],
  'R11.1': ['track: sentence-passed', 'track: contact-scheme-referred, else rights page'],
  'R11.2': ['track: contact-scheme-referred', 'rights page'],
  'R11.3': ['track: offender-key-stage, offender-released', 'rights page'],
  'R11.4': ['track: parole-review-began', 'rights page'],
  'R11.5': ['track: release-considered', 'rights page'],
  'R11.6': ['track: contact-scheme-joined, contact-scheme-left', 'rights page'],
  'R12.1': ['rights page: complaint_received', 'rights page'],
  'R12.2': ['rights page: complaint_answered', 'rights page'],
};

function feedOf(event: CodeEvent): string {
  const kinds = MILESTONE_KINDS.filter((kind) => ruleOf(kind).events.includes(event));
  const track = kinds.length === 0 ? [] : [`track: ${kinds.join(', ')}`];
  const referral = (REFERRAL_EVENTS as readonly string[]).includes(event) ? ['referral'] : [];
  const desk = (DESK_EVENTS as readonly string[]).includes(event) ? [`rights page: ${event}`] : [];
  return [...referral, ...track, ...desk].join(' or ') || 'not tracked';
}

function provenBy({ id, deliveredOn }: Entitlement): string {
  if (REFERRAL_DELIVERS.includes(id)) return 'referral or rights page';
  return deliveredOn.length === 0 ? 'rights page' : `${deliveredOn.map(feedOf).join('; ')}, else rights page`;
}

describe('feeds of the catalogue', () => {
  it('name for every entitlement the screen or feed that opens it and starts its clock', () => {
    const entitlements = code?.entitlements ?? [];
    expect(Object.keys(FEEDS)).toEqual(entitlements.map(({ id }) => id));
    for (const { id, opensOn, clockStartsOn } of entitlements) {
      const clock = clockStartsOn === opensOn ? '' : `; clock by ${feedOf(clockStartsOn)}`;
      expect([id, `${feedOf(opensOn)}${clock}`]).toEqual([id, FEEDS[id]?.[0]]);
    }
  });

  it('name for every entitlement the milestone or the referral that proves its delivery; the desk may always say so', () => {
    for (const entitlement of code?.entitlements ?? [])
      expect([entitlement.id, provenBy(entitlement)]).toEqual([entitlement.id, FEEDS[entitlement.id]?.[1]]);
  });

  it('leave no event of the Code to nobody, and none to two screens of the desk', () => {
    const events = new Set(
      (code?.entitlements ?? []).flatMap(({ opensOn, clockStartsOn, deliveredOn }) => [
        opensOn,
        clockStartsOn,
        ...deliveredOn,
      ]),
    );
    for (const event of events) {
      expect([event, feedOf(event)]).not.toEqual([event, 'not tracked']);
      const milestones = MILESTONE_KINDS.some((kind) => ruleOf(kind).events.includes(event));
      expect([event, milestones && (DESK_EVENTS as readonly string[]).includes(event)]).toEqual([
        event,
        false,
      ]);
    }
  });
});
