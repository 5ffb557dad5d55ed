import { event, isoOf, localDate, startBand, type DomainEvent, type Instant } from '#libs/domain';
import type { Intake } from '../ports';

/** What the journal says of a referral that was taken on: codes and instants, nobody's name. */
export function eventsOfIntake(
  { referral, report, caseFile, incident, deadlines }: Intake,
  now: Instant,
): DomainEvent[] {
  const caseId = caseFile.id;
  const referralSubject = { kind: 'referral', id: referral.id } as const;
  return [
    event({
      subject: referralSubject,
      caseId,
      type: 'referral.submitted',
      happenedAt: now,
      payload: {
        source: referral.source,
        receivedVia: referral.receivedVia,
        channel: report.channel,
        reportedAt: isoOf(report.reportedAt),
        district: referral.district,
        offenceGroup: incident.offenceGroup,
        dangers: referral.dangers,
        agreement: referral.agreement,
        alternative: referral.alternative,
        lateReason: report.lateReason,
      },
    }),
    event({ subject: referralSubject, caseId, type: 'referral.accepted-for-triage', happenedAt: now }),
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'case.opened',
      happenedAt: now,
      payload: {
        referralId: referral.id,
        contactState: caseFile.contactState,
        ownerTeamId: caseFile.ownerTeamId,
      },
    }),
    ...deadlines.map(({ deadline, inputs }) =>
      event({
        subject: { kind: 'deadline', id: deadline.id },
        caseId,
        type: 'deadline.set',
        happenedAt: now,
        payload: {
          referralId: referral.id,
          source: referral.source,
          limb: deadline.limb,
          binding: deadline.binding,
          startedAt: isoOf(inputs.startedAt),
          monthOn: `${localDate(inputs.startedAt, inputs.hours.timezone).slice(0, 7)}-01`,
          ...startBand(inputs.startedAt, inputs.hours.timezone),
          dueAt: isoOf(deadline.dueAt),
          policyId: inputs.policyId,
          policyVersion: inputs.policyVersion,
          calendarId: inputs.calendarId,
          calendarVersion: inputs.calendarVersion,
        },
      }),
    ),
  ];
}
