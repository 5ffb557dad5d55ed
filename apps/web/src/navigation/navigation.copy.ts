import type { Role } from '#libs/domain';

export interface NavigationLink {
  readonly text: string;
  readonly href: string;
}

const BOARD = { text: 'Contact board', href: '/board' };
const ALERTS = { text: 'Alerts', href: '/alerts' };
const CHECKS = { text: 'Checks', href: '/checks' };
const FIND = { text: 'Find somebody', href: '/people/search' };
const MATCHES = { text: 'Matches', href: '/matches' };
const PROMISE = { text: 'Promise', href: '/promise' };
const AUDIT = { text: 'Audit', href: '/audit' };
const DOORS = { text: 'Take a referral', href: '/referrals/doors' };
const ASK_AGAIN = { text: 'Ask again', href: '/declined-offers' };
const PROPOSALS = { text: 'Changes', href: '/proposals' };
const POLICIES = { text: 'Policies', href: '/policies' };
const ROTA = { text: 'Rota', href: '/rota' };
const PEOPLE = { text: 'People', href: '/staff' };
const CONFLICTS = { text: 'Conflicts', href: '/conflicts' };
const OPEN_IN_EMERGENCY = { text: 'Emergency access', href: '/break-glass/new' };
const EMERGENCY = { text: 'Emergency access', href: '/break-glass' };
const REQUESTS = { text: 'Data protection', href: '/data-protection' };
const ERASURES = { text: 'Erasures', href: '/data-protection/erasure' };
const MESSAGES = { text: 'Messages', href: '/message-templates' };
const SAFEGUARDING = { text: 'Safeguarding', href: '/safeguarding' };
const ROUTING = { text: 'Routing', href: '/routing' };
const DIRECTORY = { text: 'Directory', href: '/directory' };
const INBOX = { text: 'Requests', href: '/provider/inbox' };
const SUPPORT = { text: 'Requests for support', href: '/service-requests' };
const CASELOAD = { text: 'Caseload', href: '/provider/caseload' };
const SHARED = { text: 'Shared with us', href: '/shared' };
const LEAVE = { text: 'Leave', href: '/leave' };
const WAITING = { text: 'Waiting lists', href: '/waiting-lists' };
const CODE_CATALOGUE = { text: 'Code catalogue', href: '/victims-code' };
const CODE_FIGURES = { text: 'Victims’ Code', href: '/figures/victims-code' };
const QUARTERS = { text: 'Quarterly reports', href: '/figures/quarters' };
const REACH = { text: 'Reach', href: '/figures/reach' };
const COVERAGE = { text: 'Coverage', href: '/figures/coverage' };
const LIVE_FIGURES = { text: 'Live figures', href: '/figures/live' };
const SAMPLES = { text: 'Samples', href: '/figures/samples' };
const MEASURES = { text: 'Measures', href: '/figures/measures' };
const OFFENCES = { text: 'Recorded offences', href: '/offences' };
const SUPPORT_TASKS = { text: 'Support tasks', href: '/support-tasks' };
const COMPLAINTS = { text: 'Complaints', href: '/complaints' };
const OVERRIDES = { text: 'Overrides', href: '/overrides' };

/** The first link is the role's home page. */
export const NAVIGATION: Readonly<Record<Role, readonly NavigationLink[]>> = {
  officer: [
    { text: 'My referrals', href: '/referrals' },
    { text: 'Team tasks', href: '/tasks' },
    { text: 'Log a referral', href: '/referrals/new' },
    ASK_AGAIN,
  ],
  'first-responder': [
    BOARD,
    DOORS,
    FIND,
    MATCHES,
    ALERTS,
    CHECKS,
    SUPPORT,
    SUPPORT_TASKS,
    ROTA,
    DIRECTORY,
    OPEN_IN_EMERGENCY,
  ],
  'duty-lead': [
    BOARD,
    DOORS,
    FIND,
    MATCHES,
    ALERTS,
    CHECKS,
    CONFLICTS,
    SAFEGUARDING,
    SUPPORT_TASKS,
    OVERRIDES,
    EMERGENCY,
    PROMISE,
    POLICIES,
    ROTA,
    SUPPORT,
    WAITING,
    LIVE_FIGURES,
    MEASURES,
    COMPLAINTS,
    DIRECTORY,
  ],
  'provider-worker': [
    INBOX,
    CASELOAD,
    SHARED,
    { text: 'My referrals', href: '/referrals' },
    { text: 'Refer someone', href: '/referrals/doors' },
    LEAVE,
    DIRECTORY,
  ],
  'provider-coordinator': [INBOX, CASELOAD, WAITING, SHARED, LEAVE, LIVE_FIGURES, MEASURES, DIRECTORY],
  'service-manager': [
    ALERTS,
    BOARD,
    CHECKS,
    OVERRIDES,
    PROMISE,
    CODE_FIGURES,
    COVERAGE,
    REACH,
    QUARTERS,
    LIVE_FIGURES,
    MEASURES,
    POLICIES,
    PROPOSALS,
    ROTA,
    PEOPLE,
    EMERGENCY,
    ERASURES,
    REQUESTS,
    SUPPORT,
    WAITING,
    COMPLAINTS,
    DIRECTORY,
    ROUTING,
  ],
  'safeguarding-lead': [SAFEGUARDING],
  commissioner: [
    PROMISE,
    CODE_FIGURES,
    COVERAGE,
    REACH,
    QUARTERS,
    MEASURES,
    SAMPLES,
    WAITING,
    POLICIES,
    DIRECTORY,
  ],
  auditor: [
    AUDIT,
    PROMISE,
    CODE_FIGURES,
    COVERAGE,
    REACH,
    QUARTERS,
    LIVE_FIGURES,
    MEASURES,
    SAMPLES,
    POLICIES,
    PROPOSALS,
    EMERGENCY,
    DIRECTORY,
  ],
  'data-protection-officer': [REQUESTS, EMERGENCY, QUARTERS],
  administrator: [POLICIES, PROPOSALS, PEOPLE, MESSAGES, DIRECTORY, ROUTING, CODE_CATALOGUE, OFFENCES],
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  officer: 'Police officer',
  'first-responder': 'First responder',
  'duty-lead': 'Duty lead',
  'provider-worker': 'Provider worker',
  'provider-coordinator': 'Provider coordinator',
  'service-manager': 'Service manager',
  'safeguarding-lead': 'Safeguarding lead',
  commissioner: 'Commissioner',
  auditor: 'Auditor',
  'data-protection-officer': 'Data protection officer',
  administrator: 'Administrator',
};
