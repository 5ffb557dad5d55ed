import { DataSource, type DataSourceOptions } from 'typeorm';
import { AlertRow } from '../alerts';
import { CallBackRow } from '../call-backs';
import { CaseRow } from '../cases';
import { ChangeProposalRow } from '../change-proposals';
import { CheckRow } from '../checks';
import { SnakeCaseNames } from '../columns';
import { OverrideRow } from '../consent';
import { AttemptRow, ExceptionRow, FollowUpRow } from '../contact-attempts';
import { BookingRow, ExhaustedRow } from '../contact-needs';
import { BreachRow, InformationRequestRow, PackItemRow, ReleaseRow } from '../data-protection';
import { DeadlineRow } from '../deadlines';
import { DraftRow } from '../drafts';
import { DutyRow } from '../duties';
import { ErasureRow } from '../erasure/erasure.row';
import { HandoverRow } from '../handovers';
import { LeaveRow } from '../leave';
import { AppointmentRow } from '../appointments';
import { ComplaintRow } from '../complaints';
import { NeedsAssessmentRow, RiskFlagRow } from '../needs';
import { OutcomeScoreRow } from '../outcomes';
import { PlanContactRow, PlanLeadRow, PlanTopicRow } from '../plan';
import { ContactRecheckRow, MilestoneRow, TrackOfficerRow, TrackPositionRow, TrackRow } from '../tracks';
import { ShiftSwapRow } from '../rota';
import { MatchReviewRow, PersonSearchRow } from '../matching';
import { PoliceTaskRow } from '../police-tasks';
import { SafeguardingReportRow, SafeguardingTaskRow } from '../safeguarding';
import { RedirectRow } from '../redirects';
import { ReferralRow, ReportRow } from '../referrals';
import { HoldRow } from '../retention/hold.row';
import { ServiceRequestRow } from '../service-requests';
import { RoutingDecisionRow, RoutingDraftRow, RoutingOverrideRow } from '../routing';
import { ShareRow } from '../shares';
import { AbuseFlagRow, StoredSampleRow, SupportTaskRow } from '../support/support.row';
import { UrgentPageRow } from '../urgent-pages';
import { BreakGlassRow, WallRow } from '../walls';

export const ROWS = [
  AlertRow,
  AttemptRow,
  BookingRow,
  CallBackRow,
  CaseRow,
  ChangeProposalRow,
  CheckRow,
  BreachRow,
  InformationRequestRow,
  PackItemRow,
  ReleaseRow,
  DeadlineRow,
  DraftRow,
  DutyRow,
  ErasureRow,
  ExceptionRow,
  ExhaustedRow,
  FollowUpRow,
  HandoverRow,
  LeaveRow,
  AppointmentRow,
  ComplaintRow,
  NeedsAssessmentRow,
  RiskFlagRow,
  OutcomeScoreRow,
  PlanContactRow,
  PlanLeadRow,
  PlanTopicRow,
  TrackRow,
  MilestoneRow,
  TrackPositionRow,
  TrackOfficerRow,
  ContactRecheckRow,
  ShiftSwapRow,
  HoldRow,
  MatchReviewRow,
  OverrideRow,
  PersonSearchRow,
  PoliceTaskRow,
  SafeguardingReportRow,
  SafeguardingTaskRow,
  RedirectRow,
  ReferralRow,
  ReportRow,
  ServiceRequestRow,
  RoutingDecisionRow,
  RoutingDraftRow,
  RoutingOverrideRow,
  ShareRow,
  AbuseFlagRow,
  StoredSampleRow,
  SupportTaskRow,
  UrgentPageRow,
  BreakGlassRow,
  WallRow,
];

/**
 * A process that hangs in the middle of a transaction holds its rows, and the journal's readers, no longer than this.
 * It is more than a mail or text takes to be handed over, which happens under the lock of a card.
 */
const LONGEST_PAUSE_MILLISECONDS = 30_000;

/** Options of a process's one data source; the web and the worker each log in as their own role. */
export function dataSourceOptions(url: string, { poolSize = 10 } = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: ROWS,
    namingStrategy: new SnakeCaseNames(),
    poolSize,
    extra: {
      connectionTimeoutMillis: 5_000,
      idle_in_transaction_session_timeout: LONGEST_PAUSE_MILLISECONDS,
    },
  };
}

export class PrivilegedRoleError extends Error {
  constructor(role: string, why: string) {
    super(`The database role ${role} ${why}. Use the roles that \`waymark migrate\` makes.`);
  }
}

/** The apps refuse to run as anyone whom row-level security does not bind (DESIGN §9). */
export async function refusePrivilegedRole(source: DataSource): Promise<void> {
  const [row] = await source.query<
    { name: string; super: boolean; bypass: boolean; owner: boolean }[]
  >(`select rolname as name, rolsuper as super, rolbypassrls as bypass,
       exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname in ('app', 'vault', 'report') and c.relowner = r.oid) as owner
     from pg_roles r where rolname = current_user`);
  if (!row) throw new Error('the database does not know its own user');
  if (row.super) throw new PrivilegedRoleError(row.name, 'is a superuser');
  if (row.bypass) throw new PrivilegedRoleError(row.name, 'bypasses row-level security');
  if (row.owner) throw new PrivilegedRoleError(row.name, 'owns tables');
}
