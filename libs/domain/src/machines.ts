import { appointmentMachine } from './appointments';
import { proposalMachine } from './change-proposals';
import { complaintMachine } from './complaints';
import { overrideMachine, shareMachine } from './consent';
import { contactMachine } from './contact';
import { informationRequestMachine } from './data-protection';
import { deadlineMachine } from './deadline';
import { dutyMachine } from './duties';
import { handoverMachine } from './handover';
import { leaveMachine } from './leave';
import { faultsOf, type Machine } from './machine';
import { personMessageMachine, safetyReviewMachine } from './person-messages';
import { matchMachine } from './matching';
import { noteMachine, therapyMachine } from './notes';
import { riskMachine } from './needs';
import { planContactMachine, planLeadMachine } from './plan';
import { policeTaskMachine } from './police-tasks';
import { referralMachine } from './referral';
import { erasureMachine } from './retention';
import { swapMachine } from './rota';
import { safeguardingMachine } from './safeguarding';
import { serviceRequestMachine } from './service-requests';
import { snapshotMachine } from './snapshots';
import { supportTaskMachine } from './support';
import { contactRecheckMachine, trackEntryMachine } from './tracks';
import { urgentPageMachine } from './urgent-pages';
import { conflictMachine } from './walls';

/** Every state machine of the service; start-up checks them and the docs draw them. */
export const MACHINES: readonly Machine<string, string>[] = [
  referralMachine as Machine<string, string>,
  contactMachine as Machine<string, string>,
  deadlineMachine as Machine<string, string>,
  erasureMachine as Machine<string, string>,
  handoverMachine as Machine<string, string>,
  leaveMachine as Machine<string, string>,
  swapMachine as Machine<string, string>,
  planLeadMachine as Machine<string, string>,
  planContactMachine as Machine<string, string>,
  matchMachine as Machine<string, string>,
  noteMachine as Machine<string, string>,
  therapyMachine as Machine<string, string>,
  proposalMachine as Machine<string, string>,
  policeTaskMachine as Machine<string, string>,
  personMessageMachine as Machine<string, string>,
  safetyReviewMachine as Machine<string, string>,
  urgentPageMachine as Machine<string, string>,
  conflictMachine as Machine<string, string>,
  informationRequestMachine as Machine<string, string>,
  safeguardingMachine as Machine<string, string>,
  supportTaskMachine as Machine<string, string>,
  overrideMachine as Machine<string, string>,
  shareMachine as Machine<string, string>,
  serviceRequestMachine as Machine<string, string>,
  trackEntryMachine as Machine<string, string>,
  contactRecheckMachine as Machine<string, string>,
  riskMachine as Machine<string, string>,
  appointmentMachine as Machine<string, string>,
  complaintMachine as Machine<string, string>,
  dutyMachine as Machine<string, string>,
  snapshotMachine as Machine<string, string>,
];

/** Throws with every fault named; a process with an unsound machine does not start. */
export function assertSoundMachines(): void {
  const faults = MACHINES.flatMap((machine) =>
    faultsOf(machine).map((fault) => ({ machine: machine.name, ...fault })),
  );
  if (faults.length > 0) throw new Error(`unsound state machines: ${JSON.stringify(faults)}`);
}
