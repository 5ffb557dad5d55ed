import type { Intake } from '#libs/casework';
import { isoOf, type Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { isoOrNull } from '../columns';

/**
 * A whole referral in one statement: intake is a hot path, and round trips cost more than rows. The record comes as
 * one JSON document; each part is unfolded against the columns of its table.
 */
const INSERT_INTAKE = `
  with document as (select $1::jsonb as body),
  person as (
    insert into app.person (person_id, created_at, age_band, age_at_incident, language_need)
    select x.* from document, jsonb_to_record(body -> 'person')
      as x(person_id uuid, created_at timestamptz, age_band text, age_at_incident text, language_need text)
  ), report as (
    insert into app.report (report_id, person_id, channel, reported_at, victim_agreed_at, late_reason)
    select x.* from document, jsonb_to_record(body -> 'report')
      as x(report_id uuid, person_id uuid, channel text, reported_at timestamptz, victim_agreed_at timestamptz,
           late_reason text)
  ), incident as (
    insert into app.incident
      (incident_id, person_id, report_id, offence_group, when_band, relationship, suspect_access)
    select x.* from document, jsonb_to_record(body -> 'incident')
      as x(incident_id uuid, person_id uuid, report_id uuid, offence_group text, when_band text,
           relationship text, suspect_access text[])
  ), referral as (
    insert into app.referral
      (referral_id, reference, person_id, report_id, source, received_via, state, referring_agency_id,
       referring_team_id, referred_by, handling_agency_id, district, dangers, agreement, alternative,
       alternative_by_at, feedback, submitted_at, call_from_at)
    select x.* from document, jsonb_to_record(body -> 'referral')
      as x(referral_id uuid, reference text, person_id uuid, report_id uuid, source text,
           received_via text, state text, referring_agency_id uuid, referring_team_id uuid, referred_by uuid, handling_agency_id uuid,
           district text, dangers text[], agreement text, alternative text, alternative_by_at timestamptz,
           feedback text, submitted_at timestamptz,
           call_from_at timestamptz)
  ), case_file as (
    insert into app.case_file
      (case_id, referral_id, person_id, reference, contact_state, handling_agency_id, owner_team_id, danger,
       act_by_at, act_by_safe, next_due_at, opened_at)
    select x.* from document, jsonb_to_record(body -> 'caseFile')
      as x(case_id uuid, referral_id uuid, person_id uuid, reference text, contact_state text,
           handling_agency_id uuid, owner_team_id uuid, danger boolean, act_by_at timestamptz,
           act_by_safe boolean, next_due_at timestamptz, opened_at timestamptz)
  ), card as (
    insert into app.safe_contact_card (person_id, version, windows, recorded_at)
    select x.* from document, jsonb_to_record(body -> 'card')
      as x(person_id uuid, version integer, windows jsonb, recorded_at timestamptz)
  ), routes as (
    insert into app.contact_route (route_id, person_id, kind, permissions, state, rank, checked_at)
    select x.* from document, jsonb_to_recordset(body -> 'routes')
      as x(route_id uuid, person_id uuid, kind text, permissions jsonb, state text, rank integer,
           checked_at timestamptz)
  ), sealed as (
    insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
    select record_id, kind, person_id, decode(sealed, 'base64'), sealed_at
    from document, jsonb_to_recordset(body -> 'sealed')
      as x(record_id uuid, kind text, person_id uuid, sealed text, sealed_at timestamptz)
  ), deadlines as (
    insert into app.deadline
      (deadline_id, case_id, referral_id, handling_agency_id, promise, limb, binding, policy_id, policy_version,
       state, due_at, set_at, version, revision, next_fire_at, next_stage)
    select x.* from document, jsonb_to_recordset(body -> 'deadlines')
      as x(deadline_id uuid, case_id uuid, referral_id uuid, handling_agency_id uuid, promise text, limb text,
           binding boolean, policy_id text, policy_version integer, state text, due_at timestamptz,
           set_at timestamptz, version integer, revision integer, next_fire_at timestamptz, next_stage text)
  )
  insert into app.deadline_version (deadline_id, version, due_at, inputs, reason, recorded_at)
  select x.* from document, jsonb_to_recordset(body -> 'versions')
    as x(deadline_id uuid, version integer, due_at timestamptz, inputs jsonb, reason text, recorded_at timestamptz)
`;

export async function insertIntake(manager: EntityManager, intake: Intake, now: Instant): Promise<void> {
  await manager.query(INSERT_INTAKE, [JSON.stringify(documentOf(intake, isoOf(now)))]);
}

function documentOf(intake: Intake, now: string) {
  const { person, report, incident, referral, caseFile, routes, windows, sealed, deadlines } = intake;
  return {
    person: {
      person_id: person.id,
      created_at: now,
      age_band: person.ageBand,
      age_at_incident: person.ageAtIncident,
      language_need: person.languageNeed,
    },
    report: {
      report_id: report.id,
      person_id: person.id,
      channel: report.channel,
      reported_at: isoOf(report.reportedAt),
      victim_agreed_at: isoOrNull(report.victimAgreedAt),
      late_reason: report.lateReason,
    },
    incident: {
      incident_id: incident.id,
      person_id: person.id,
      report_id: report.id,
      offence_group: incident.offenceGroup,
      when_band: incident.whenBand,
      relationship: incident.relationship,
      suspect_access: incident.suspectAccess,
    },
    referral: {
      referral_id: referral.id,
      reference: referral.reference,
      person_id: person.id,
      report_id: report.id,
      source: referral.source,
      received_via: referral.receivedVia,
      state: referral.state,
      referring_agency_id: referral.referringAgencyId,
      referring_team_id: referral.referringTeamId,
      referred_by: referral.referredBy,
      handling_agency_id: referral.handlingAgencyId,
      district: referral.district,
      dangers: referral.dangers,
      agreement: referral.agreement,
      alternative: referral.alternative,
      alternative_by_at: isoOrNull(referral.alternativeByAt),
      feedback: referral.feedback,
      submitted_at: isoOf(referral.submittedAt),
      call_from_at: isoOrNull(referral.callFromAt),
    },
    caseFile: {
      case_id: caseFile.id,
      referral_id: referral.id,
      person_id: person.id,
      reference: caseFile.reference,
      contact_state: caseFile.contactState,
      handling_agency_id: caseFile.handlingAgencyId,
      owner_team_id: caseFile.ownerTeamId,
      danger: caseFile.danger,
      act_by_at: isoOrNull(caseFile.actByAt),
      act_by_safe: caseFile.actBySafe,
      next_due_at: isoOrNull(caseFile.nextDueAt),
      opened_at: isoOf(caseFile.openedAt),
    },
    card: { person_id: person.id, version: 1, windows, recorded_at: now },
    routes: routes.map((route, index) => ({
      route_id: route.id,
      person_id: person.id,
      kind: route.kind,
      permissions: route.permissions,
      state: route.state,
      rank: index + 1,
      checked_at: now,
    })),
    sealed: sealed.map((record) => ({
      record_id: record.recordId,
      kind: record.kind,
      person_id: person.id,
      sealed: record.sealed.toString('base64'),
      sealed_at: now,
    })),
    deadlines: deadlines.map(({ deadline }) => ({
      deadline_id: deadline.id,
      case_id: deadline.caseId,
      referral_id: deadline.referralId,
      handling_agency_id: deadline.handlingAgencyId,
      promise: deadline.promise,
      limb: deadline.limb,
      binding: deadline.binding,
      policy_id: deadline.policyId,
      policy_version: deadline.policyVersion,
      state: deadline.state,
      due_at: isoOf(deadline.dueAt),
      set_at: isoOf(deadline.setAt),
      version: deadline.version,
      revision: deadline.revision,
      next_fire_at: isoOrNull(deadline.nextFireAt),
      next_stage: deadline.nextStage,
    })),
    versions: deadlines.map(({ deadline, inputs }) => ({
      deadline_id: deadline.id,
      version: deadline.version,
      due_at: isoOf(deadline.dueAt),
      inputs,
      reason: 'started',
      recorded_at: now,
    })),
  };
}
